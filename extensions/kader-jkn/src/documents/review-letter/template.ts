/** The letter of a decision on a partnership, in the form that docs/letters.md describes. */
export const reviewTemplate = `
<table class="plain">
  <tr>
    <td><p class="name">{{branch.name}}</p></td>
    <td width="50%" align="right"><small>{{#if branch.address}}{{branch.address}}<br>{{/if}}{{contact}}</small></td>
  </tr>
</table>
<hr>

<h1>Keputusan peninjauan kemitraan</h1>
<p class="small">Nomor: {{letterNumber}} · {{date decidedOn}}</p>

<p>Yth. <strong>{{kader.name}}</strong><br>Kader JKN, kode {{kader.code}}</p>

<p>{{opening}}</p>

<h2>Keputusan</h2>
<p class="name">{{headline}}</p>
<p>{{effect}}</p>
{{#if families}}<p>{{families}}</p>{{/if}}

<h2>Pertimbangan</h2>
{{#each grounds}}<p>{{this}}</p>{{/each}}

<h2>Dasar peninjauan</h2>
{{#each evidence}}<p>{{this}}</p>{{/each}}

<h2>Jawaban kader</h2>
{{#each answer}}<p>{{this}}</p>{{/each}}
{{#if answeredAt}}<p class="small">Dicatat {{answeredAt}}</p>{{/if}}

<section>
<p>{{objection}}</p>
<table class="plain">
  <tr>
    <td></td>
    <td width="42%">
      <p>{{signedAt}}<br>{{signerTitle}}</p>
      <p><br><br><br><br></p>
      <p><strong>{{signer}}</strong></p>
    </td>
  </tr>
</table>
</section>
`;
