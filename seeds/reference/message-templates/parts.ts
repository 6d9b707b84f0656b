/** What several templates have word for word. An administrator finds it written out in each of them. */

/** Whom to ask, as the end of a plain message. */
export const officeContact = {
  'id-ID': 'BPJS Kesehatan {{branch.name}}{{#if branch.phone}}, telepon {{branch.phone}}{{/if}}',
  'en-US': 'BPJS Kesehatan {{branch.name}}{{#if branch.phone}}, phone {{branch.phone}}{{/if}}',
} as const;

/** The end of every e-mail to a partner. */
export const mailEnd = {
  'id-ID': `<p>Ada pertanyaan? Balas surel ini atau hubungi {{branch.name}}{{#if branch.phone}}, telepon {{branch.phone}}{{/if}}.</p>
<p>Salam sehat,<br><strong>{{branch.name}}</strong></p>`,
  'en-US': `<p>Any question? Reply to this e-mail or contact {{branch.name}}{{#if branch.phone}}, phone {{branch.phone}}{{/if}}.</p>
<p>Kind regards,<br><strong>{{branch.name}}</strong></p>`,
} as const;

/** Who writes, at the top of a letter. */
export const letterHead = {
  'id-ID': `<table class="plain">
  <tr>
    <td><p class="name">{{branch.name}}</p></td>
    <td width="50%" align="right"><small>{{#if branch.address}}{{branch.address}}<br>{{/if}}{{branch.city}}{{#if branch.phone}}{{#if branch.city}} · {{/if}}Telepon {{branch.phone}}{{/if}}</small></td>
  </tr>
</table>
<hr>`,
  'en-US': `<table class="plain">
  <tr>
    <td><p class="name">{{branch.name}}</p></td>
    <td width="50%" align="right"><small>{{#if branch.address}}{{branch.address}}<br>{{/if}}{{branch.city}}{{#if branch.phone}}{{#if branch.city}} · {{/if}}Phone {{branch.phone}}{{/if}}</small></td>
  </tr>
</table>
<hr>`,
} as const;

/** Who signs, at the foot of a letter; `first` stays on the page of the signature. */
export function signature(language: 'id-ID' | 'en-US', first: string, on = 'today'): string {
  const title = language === 'id-ID' ? 'Kepala Cabang' : 'Head of branch';
  return `<section>
${first}
<table class="plain">
  <tr>
    <td></td>
    <td width="42%">
      <p>{{#if branch.city}}{{branch.city}}, {{/if}}{{date ${on}}}<br>{{#if branch.head_title}}{{branch.head_title}}{{else}}${title}{{/if}}</p>
      <p><br><br><br><br></p>
      <p><strong>{{#if branch.head_name}}{{branch.head_name}}{{else}}…………………………………{{/if}}</strong></p>
    </td>
  </tr>
</table>
</section>`;
}
