import { officeContact } from './parts.ts';
import { templates } from './template.ts';

/** To a family that paid: what was recorded, so that it can compare. */
export const receipt = templates('receipt', 'payment', ['Tanda terima iuran', 'Receipt of dues'], {
  whatsapp: {
    'id-ID': `
Terima kasih, Bapak/Ibu {{family.head_name}}. Pembayaran iuran JKN keluarga sudah kami catat.

- Jumlah: {{rupiah payment.amount}} ({{terbilang payment.amount}})
- Untuk: {{payment.purpose}}
- Dibayar: {{moment payment.paid_at}}
- Melalui: {{payment.channel}}
- Nomor penerimaan: {{payment.number}}

Simpan pesan ini sebagai tanda terima. Bila jumlahnya tidak sama dengan yang dibayarkan, segera hubungi kantor kami: ${officeContact['id-ID']}.`,
    'en-US': `
Thank you, {{family.head_name}}. We have recorded the payment of your family's JKN dues.

- Amount: {{rupiah payment.amount}}
- For: {{payment.purpose}}
- Paid: {{moment payment.paid_at}}
- Through: {{payment.channel}}
- Number: {{payment.number}}

Please keep this message as a receipt. If the amount is not what you paid, contact our office at once: ${officeContact['en-US']}.`,
  },
});
