import { officeContact } from './parts.ts';
import { templates } from './template.ts';

/** To a family that was entrusted to a kader: who will come, and what they never ask for. */
export const assignment = templates('assignment', 'family', ['Perkenalan kader pendamping', 'Your kader introduced'], {
  whatsapp: {
    'id-ID': `
Salam sehat, Bapak/Ibu {{family.head_name}}.

{{#if kader.name}}
Kami dari BPJS Kesehatan {{branch.name}} memperkenalkan {{kader.name}} (kode {{kader.code}}), kader JKN yang mulai sekarang mendampingi keluarga Bapak/Ibu.
{{else}}
Keluarga Bapak/Ibu akan didampingi seorang kader JKN dari BPJS Kesehatan {{branch.name}}.
{{/if}}

Kader dapat membantu Bapak/Ibu:
- mengetahui catatan iuran dan cara membayarnya,
- menghitung cicilan bila iuran tertunda beberapa bulan,
- memperbarui data keluarga dan menyampaikan keluhan layanan.

Pendampingan ini tidak dipungut biaya. Kader selalu memberi tanda terima untuk iuran yang dititipkan, dan tidak pernah meminta PIN atau kode OTP.

Ingin memastikan? Hubungi ${officeContact['id-ID']}.`,
    'en-US': `
Good day, {{family.head_name}}.

{{#if kader.name}}
BPJS Kesehatan {{branch.name}} introduces {{kader.name}} (code {{kader.code}}), the kader JKN who accompanies your family from now on.
{{else}}
Your family will be accompanied by a kader JKN of BPJS Kesehatan {{branch.name}}.
{{/if}}

A kader can help you to
- know what is recorded of your dues and how to pay them,
- reckon instalments where some months are outstanding,
- update your family's data and pass on a complaint.

This is free of charge. A kader always gives a receipt for dues handed over, and never asks for a PIN or an OTP code.

Would you like to make sure? Contact ${officeContact['en-US']}.`,
  },
});
