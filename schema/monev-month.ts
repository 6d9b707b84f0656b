import { defineCollection, kept, m2o, month, number } from './define.ts';

const fixed = { readonly: true, required: true } as const;
const counted = { ...fixed, min: 0, default: 0 } as const;

/** What was done in a closed month, by kader: kept so that monev never counts contacts of closed months again. */
export const monevMonth = defineCollection('monev_month', {
  label: ['Angka bulan tertutup', 'Figures of closed months'],
  note: [
    'Kontak dan janji satu kader dalam satu bulan tertutup, untuk panel monev.',
    'Contacts and promises of a kader in a closed month, for the monev panels.',
  ],
  icon: 'functions',
  folder: 'jkn_monev',
  sort: 90,
  template: '{{branch.name}} · {{month}} · {{kader.name}}',
  accountability: 'activity',
  hidden: true,
  fields: [
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { ...fixed, template: '{{name}}' }),
    month('month', ['Bulan', 'Month'], fixed),
    m2o('kader', ['Kader', 'Kader'], 'kader', {
      readonly: true,
      template: '{{name}} · {{code}}',
      note: ['Kosong: kontak oleh petugas.', 'Empty: contacts by officers.'],
    }),
    number('contacts', ['Kontak', 'Contacts'], counted),
    number('contact_days', ['Hari dengan kontak', 'Days with a contact'], counted),
    number('family_days', ['Keluarga berbeda per hari, dijumlahkan', 'Distinct families a day, summed'], counted),
    number('visit_families', ['Kunjungan', 'Visits'], counted),
    number('whatsapp_families', ['WhatsApp', 'WhatsApp'], counted),
    number('phone_families', ['Telepon', 'Phone'], counted),
    number('education_contacts', ['Edukasi kelompok', 'Group education'], counted),
    kept('outcomes', ['Hasil', 'Outcomes'], { filledByTrigger: true }),
    number('promises_due', ['Janji jatuh tempo', 'Promises due'], counted),
    number('promises_kept', ['Janji ditepati', 'Promises kept'], counted),
    number('promises_broken', ['Janji lewat', 'Promises not kept'], counted),
    number('promises_open', ['Janji menunggu', 'Promises waiting'], counted),
  ],
  uniques: { kader: '(branch, month, coalesce(kader, 0))' },
  checks: { promises_due: 'promises_due = promises_kept + promises_broken + promises_open' },
});
