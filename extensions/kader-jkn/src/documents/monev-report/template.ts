/** "Laporan Monev", in the form that docs/letters.md describes. */
export const reportTemplate = `
<table class="plain">
  <tr>
    <td><p class="name">{{branch.name}}</p></td>
    <td width="50%" align="right"><small>{{#if branch.address}}{{branch.address}}<br>{{/if}}{{contact}}</small></td>
  </tr>
</table>
<hr>

<h1>Laporan Monev {{month figures.month}}</h1>
<p class="small">Nomor {{documentNumber}} · bulan buku ditutup {{moment closed.at}}{{#if closed.name}} oleh {{closed.name}}{{/if}}</p>

<table class="plain">
  <tr>
    <td width="40%">
      <p class="label">Penerimaan iuran binaan</p>
      <p class="lead">{{rupiah money.realised}}</p>
      <p class="row">{{ofTarget}}</p>
    </td>
    <td width="30%">
      <p class="label">Rata-rata capaian kader</p>
      <p class="lead">{{average}}</p>
      <p class="row">{{averageOf}}</p>
    </td>
    <td>
      <p class="label">Di atas 100%</p>
      <p class="lead">{{above}}</p>
      <p class="row">{{aboveOf}}</p>
    </td>
  </tr>
</table>

{{#if yearSentence}}<p><strong>Sepanjang tahun</strong><br>{{yearSentence}}</p>{{/if}}

<section class="whole">
<h2>Penerimaan bulan demi bulan</h2>
<p class="small">Batang: penerimaan sebulan. Garis hitam: target bulan itu.{{#if hasYearBefore}} Batang abu-abu: bulan yang sama tahun sebelumnya.{{/if}}</p>
<img src="trend" width="171">
</section>

<section class="whole">
<h2>Angka pokok</h2>
<table>
  <thead>
    <tr>
      <th>Ukuran</th>
      {{#each columns}}<th width="auto" align="right">{{this}}</th>{{/each}}
    </tr>
  </thead>
  <tbody>
    {{#each main}}
    <tr><td>{{name}}</td>{{#each cells}}<td align="right">{{this}}</td>{{/each}}</tr>
    {{/each}}
  </tbody>
</table>
</section>

{{#if measures}}
<section class="whole">
<h2>Ukuran lain terhadap target</h2>
<table>
  <thead>
    <tr><th>Ukuran</th><th width="auto" align="right">Realisasi</th><th width="auto" align="right">Target</th><th width="auto" align="right">Capaian</th></tr>
  </thead>
  <tbody>
    {{#each measures}}
    <tr><td>{{name}}</td><td align="right">{{realised}}</td><td align="right">{{target}}</td><td align="right">{{attainment}}</td></tr>
    {{/each}}
  </tbody>
</table>
</section>
{{/if}}

{{#if hasPlaces}}
<section class="whole">
<h2>{{placesTitle}}</h2>
{{#if placesTargeted}}<p class="small">Biru: penerimaan. Biru muda sampai garis hitam: target.</p>{{/if}}
<img src="places" width="171">
{{#if morePlaces}}<p class="small">{{morePlaces}}</p>{{/if}}
</section>
{{/if}}

{{#if hasReach}}
<section class="whole">
<h2>Keluarga yang dijangkau</h2>
<p class="small">Keluarga berbeda selama {{month figures.month}}.</p>
<img src="reach" width="171">
</section>
{{/if}}

{{#if hasContacts}}
<section class="whole">
<h2>Kontak dan janji bayar</h2>
<p>{{contactSentence}}</p>
<img src="channels" width="171">
</section>
<section class="whole">
{{#if hasOutcomes}}
<h3>Hasil kontak</h3>
<img src="outcomes" width="171">
{{/if}}
<p>{{promiseSentence}}</p>
</section>
{{/if}}

<section class="whole">
<h2>Kader</h2>
<p>{{workforceSentence}}</p>
</section>

{{#if ageing}}
<section class="whole">
<h2>Tunggakan menurut lamanya</h2>
<p class="small">Keadaan akhir {{month figures.month}}; perubahan dari akhir bulan sebelumnya.</p>
<table>
  <thead>
    <tr>
      <th>Bulan menunggak</th>
      <th width="auto" align="right">Keluarga</th>
      <th width="auto" align="right">Perubahan</th>
      <th width="auto" align="right">Tunggakan</th>
      <th width="auto" align="right">Perubahan</th>
    </tr>
  </thead>
  <tbody>
    {{#each ageing}}
    <tr{{#if total}} class="total"{{/if}}>
      <td>{{name}}</td>
      <td align="right">{{families}}</td>
      <td align="right">{{families_change}}</td>
      <td align="right">{{amount}}</td>
      <td align="right">{{amount_change}}</td>
    </tr>
    {{/each}}
  </tbody>
</table>
</section>
{{/if}}

<section{{#if praiseFits}} class="whole"{{/if}}>
<h2>Apresiasi: kader di atas 100%</h2>
{{#if praised}}
<table>
  <thead>
    <tr>
      <th width="auto" align="right">No.</th>
      <th>Kader</th>
      <th width="auto">Wilayah</th>
      <th width="auto" align="right">Penerimaan</th>
      <th width="auto" align="right">Capaian</th>
    </tr>
  </thead>
  <tbody>
    {{#each praised}}
    <tr>
      <td align="right">{{place}}</td>
      <td>{{name}}</td>
      <td>{{area}}</td>
      <td align="right">{{collected}}</td>
      <td align="right">{{attainment}}</td>
    </tr>
    {{/each}}
  </tbody>
</table>
{{else}}
<p>Belum ada kader yang melampaui target pada {{month figures.month}}.</p>
{{/if}}
</section>

{{#if awards}}
<section>
<h3>Penghargaan yang diberikan</h3>
<ul>{{#each awards}}<li>{{kader}}: {{title}}</li>{{/each}}</ul>
</section>
{{/if}}

{{#if decisions}}
<h2>Rapat dan tindak lanjut</h2>
<p>{{meetingSentence}}</p>
<table>
  <thead>
    <tr><th>Keputusan</th><th width="auto">Penanggung jawab</th><th width="auto">Batas</th><th width="auto">Keadaan</th></tr>
  </thead>
  <tbody>
    {{#each decisions}}
    <tr><td>{{text}}</td><td>{{owner}}</td><td>{{due}}</td><td>{{status}}</td></tr>
    {{/each}}
  </tbody>
</table>
{{/if}}

<section class="whole">
{{#unless decisions}}
<h2>Rapat dan tindak lanjut</h2>
<p>{{meetingSentence}}</p>
{{/unless}}
<p><br></p>
<table class="plain">
  <tr>
    <td width="50%" align="center">
      <p><br>Disusun oleh</p>
      <p><br><br><br><br></p>
      <p><strong>…………………………………</strong></p>
    </td>
    <td width="50%" align="center">
      <p>{{signedAt}}<br>{{signerTitle}}</p>
      <p><br><br><br><br></p>
      <p><strong>{{signer}}</strong></p>
    </td>
  </tr>
</table>
<p class="small">Dibuat {{moment made.at}}{{#if made.name}} oleh {{made.name}}{{/if}} dengan Kader JKN {{version}}. Sidik angka: {{fingerprint}}; laporan lain dari penutupan bulan ini bersidik sama, karena angka bulan tertutup tidak berubah.</p>
</section>

<hr class="page">
<h1>Lampiran</h1>
<p class="small">Untuk pembinaan di kantor cabang: bagian ini menyebut nama dan tidak ditayangkan dalam rapat.</p>

{{#if hasStreaks}}
<section class="whole">
<h2>Bulan tanpa penerimaan</h2>
<p class="small">Kotak biru: ada penerimaan. Angka 0: tidak ada. Garis: bulan yang tidak dihitung. Keadaan saat bulan ditutup.</p>
<img src="streaks" width="171">
{{#if moreStreaks}}<p class="small">{{moreStreaks}}</p>{{/if}}
</section>
{{/if}}

{{#if ownDecisions}}
<h2>Tindak lanjut per kader</h2>
<table>
  <thead>
    <tr><th width="auto">Kader</th><th>Keputusan</th><th width="auto">Penanggung jawab</th><th width="auto">Batas</th><th width="auto">Keadaan</th></tr>
  </thead>
  <tbody>
    {{#each ownDecisions}}
    <tr><td>{{kader}}</td><td>{{text}}</td><td>{{owner}}</td><td>{{due}}</td><td>{{status}}</td></tr>
    {{/each}}
  </tbody>
</table>
{{/if}}

<h2>Capaian setiap kader</h2>
<p class="small">Penerimaan, target dan imbal jasa bruto dalam rupiah; membayar dan binaan dalam keluarga.</p>
<table>
  <thead>
    <tr>
      <th width="auto" align="right">No.</th>
      <th>Kader</th>
      <th width="auto" align="right">Penerimaan</th>
      <th width="auto" align="right">Target</th>
      <th width="auto" align="right">Capaian</th>
      <th width="auto" align="right">Membayar</th>
      <th width="auto" align="right">Binaan</th>
      <th width="auto" align="right">Kontak</th>
      <th width="auto" align="right">Imbal jasa</th>
    </tr>
  </thead>
  <tbody>
    {{#each kader}}
    <tr>
      <td align="right">{{place}}</td>
      <td><p class="row">{{name}}</p><p class="note">{{told}}</p></td>
      <td align="right">{{collected}}</td>
      <td align="right">{{target}}</td>
      <td align="right">{{attainment}}</td>
      <td align="right">{{families_paid}}</td>
      <td align="right">{{families_held}}</td>
      <td align="right">{{contacts}}</td>
      <td align="right">{{gross}}</td>
    </tr>
    {{/each}}
    <tr class="total">
      <td colspan="2">Jumlah</td>
      <td align="right">{{total.collected}}</td>
      <td align="right">{{total.target}}</td>
      <td></td>
      <td align="right">{{total.families_paid}}</td>
      <td align="right">{{total.families_held}}</td>
      <td align="right">{{total.contacts}}</td>
      <td align="right">{{total.gross}}</td>
    </tr>
  </tbody>
</table>
{{#if unassigned}}<p class="small">{{unassigned}}</p>{{/if}}
`;
