/** The letter of a statement, in the form that docs/letters.md describes. */
export const statementTemplate = `
<table class="plain">
  <tr>
    <td><p class="name">{{branch.name}}</p></td>
    <td width="50%" align="right"><small>{{#if branch.address}}{{branch.address}}<br>{{/if}}{{contact}}</small></td>
  </tr>
</table>
<hr>

<h1>{{say.title}} {{month month}}</h1>
<p class="small">{{say.number}}: {{statementNumber}} · {{say.madeAt}} {{moment madeAt}}</p>

<table class="plain">
  <tr>
    <td width="45%">
      <p class="label">{{say.kader}}</p>
      <p class="name">{{kader.name}}</p>
      <p class="row">{{say.code}} {{kader.code}}</p>
      {{#if account}}<p class="row">{{say.account}} {{account}}</p>{{/if}}
    </td>
    <td>
      <p class="label">{{receives}}</p>
      <p class="lead">{{rupiah net}}</p>
      <p class="row">{{terbilang net}}</p>
    </td>
  </tr>
</table>

<h2>{{say.reckoning}}</h2>
<table>
  <thead>
    <tr>
      <th>{{say.description}}</th>
      <th width="auto" align="right">{{say.base}}</th>
      <th width="auto" align="right">{{say.rate}}</th>
      <th width="auto" align="right">{{say.amount}}</th>
    </tr>
  </thead>
  <tbody>
    {{#each earned}}
    <tr>
      <td>
        <p class="row">{{label}}</p>
        {{#if restsOn}}<p class="note">{{restsOn}}</p>{{/if}}
        <p class="note">{{explanation}}</p>
      </td>
      <td align="right">{{rupiah base}}</td>
      <td align="right">{{rate rate_bp}}</td>
      <td align="right">{{rupiah amount}}</td>
    </tr>
    {{else}}
    <tr><td colspan="4">{{say.noLines}}</td></tr>
    {{/each}}
    <tr class="total"><td colspan="3">{{say.gross}}</td><td align="right">{{rupiah gross}}</td></tr>
    {{#each deducted}}
    <tr>
      <td colspan="3"><p class="row">{{label}}</p><p class="note">{{explanation}}</p></td>
      <td align="right">{{rupiah amount}}</td>
    </tr>
    {{/each}}
    <tr class="total"><td colspan="3">{{say.net}}</td><td align="right">{{rupiah net}}</td></tr>
  </tbody>
</table>
<p>{{work}}</p>

{{#if latePayments}}
<section>
<h2>{{say.latePayments}}</h2>
<p class="small">{{say.lateNote}}</p>
<table>
  <thead>
    <tr>
      <th width="20%">{{say.payment}}</th>
      <th>{{say.paidAt}}</th>
      <th width="20%" align="right">{{say.amount}}</th>
      <th width="20%" align="right">{{say.commission}}</th>
    </tr>
  </thead>
  <tbody>
    {{#each latePayments}}
    <tr>
      <td>{{id}}</td>
      <td>{{moment paid_at}}</td>
      <td align="right">{{rupiah amount}}</td>
      <td align="right">{{rupiah commission}}</td>
    </tr>
    {{/each}}
  </tbody>
</table>
</section>
{{/if}}

<section>
  {{#if isDraft}}
  {{#if waiting}}<p>{{waiting}}</p>{{/if}}
  <p>{{say.draftNote}}</p>
  {{else}}
  <p class="label">{{kader.name}} ({{kader.code}}) · {{month month}} · {{rupiah net}}</p>
  <table class="plain">
    <tr>
      <td>
        {{#each steps}}
        <p class="label">{{step}}</p>
        <p class="row">{{done}}</p>
        {{/each}}
      </td>
      <td width="38%">
        <p>{{signedAt}}<br>{{signerTitle}}</p>
        <p><br><br><br><br></p>
        <p><strong>{{signer}}</strong></p>
      </td>
    </tr>
  </table>
  {{/if}}
  <p class="small">{{question}}</p>
</section>
`;
