import { mailEnd } from './parts.ts';
import { templates } from './template.ts';

/** To a kader who was given an award, with its certificate. */
export const award = templates('award', 'award', ['Ucapan penghargaan', 'Award'], {
  email: {
    attachment: 'certificate',
    'id-ID': {
      subject: 'Selamat, Anda menerima penghargaan {{award.title}}',
      html: `
<p>Yth. <strong>{{kader.name}}</strong>,</p>
<p>Selamat! Dalam monev {{month award.month}} Anda menerima penghargaan:</p>
<p class="lead">{{award.title}}</p>
<p>Diberikan {{award.words}}.</p>
{{#if award.reason}}<p>{{award.reason}}</p>{{/if}}
<p>Terima kasih atas kerja Anda mendampingi keluarga peserta JKN. Piagamnya terlampir.</p>
${mailEnd['id-ID']}`,
    },
    'en-US': {
      subject: 'Congratulations: you receive the award {{award.title}}',
      html: `
<p>Dear <strong>{{kader.name}}</strong>,</p>
<p>Congratulations! In the monev of {{month award.month}} you were given the award</p>
<p class="lead">{{award.title}}</p>
<p>{{award.words}}.</p>
{{#if award.reason}}<p>{{award.reason}}</p>{{/if}}
<p>Thank you for your work with the families of JKN. The certificate is attached.</p>
${mailEnd['en-US']}`,
    },
  },
  whatsapp: {
    'id-ID': `
Selamat, {{kader.name}}!

Dalam monev {{month award.month}} Anda menerima penghargaan "{{award.title}}" {{award.words}}. Piagamnya dapat diunduh di aplikasi Kader JKN: {{instance.link}}

Terima kasih atas kerja Anda mendampingi keluarga peserta JKN.

{{branch.name}}`,
    'en-US': `
Congratulations, {{kader.name}}!

In the monev of {{month award.month}} you were given the award "{{award.title}}" ({{award.words}}). You can download the certificate in the Kader JKN application: {{instance.link}}

Thank you for your work with the families of JKN.

{{branch.name}}`,
  },
});
