import { templates } from './template.ts';

/** What a person or a flow has to say: a title, a text, and lines where there are some. */
export const notice = templates('notice', 'notice', ['Pemberitahuan', 'Notice'], {
  note: [
    'Judul dan isinya ditulis oleh yang mengirim, atau oleh alur otomatis.',
    'Title and text are given by whoever sends it, or by a flow.',
  ],
  email: {
    'id-ID': {
      subject: '{{notice.title}}',
      html: `
<p>Yth. <strong>{{recipient.name}}</strong>,</p>
<h2>{{notice.title}}</h2>
<p>{{notice.text}}</p>
{{#if notice.lines}}<ul>{{#each notice.lines}}<li>{{text}}</li>{{/each}}</ul>{{/if}}
{{#if notice.link}}<p><a href="{{notice.link}}">Buka di aplikasi Kader JKN</a></p>{{/if}}`,
    },
    'en-US': {
      subject: '{{notice.title}}',
      html: `
<p>Dear <strong>{{recipient.name}}</strong>,</p>
<h2>{{notice.title}}</h2>
<p>{{notice.text}}</p>
{{#if notice.lines}}<ul>{{#each notice.lines}}<li>{{text}}</li>{{/each}}</ul>{{/if}}
{{#if notice.link}}<p><a href="{{notice.link}}">Open in the Kader JKN application</a></p>{{/if}}`,
    },
  },
  whatsapp: {
    'id-ID': `
Salam sehat, {{recipient.name}}.

{{notice.title}}

{{notice.text}}
{{#each notice.lines}}
- {{text}}
{{/each}}
{{#if branch.name}}

{{branch.name}}
{{/if}}`,
    'en-US': `
Good day, {{recipient.name}}.

{{notice.title}}

{{notice.text}}
{{#each notice.lines}}
- {{text}}
{{/each}}
{{#if branch.name}}

{{branch.name}}
{{/if}}`,
  },
});
