import { choice, colour, defineCollection, longText, month, remark, section, text } from './define.ts';

export const timezones = [
  { value: 'Asia/Jakarta', label: ['WIB (Jakarta)', 'WIB (Jakarta)'] },
  { value: 'Asia/Makassar', label: ['WITA (Makassar)', 'WITA (Makassar)'] },
  { value: 'Asia/Jayapura', label: ['WIT (Jayapura)', 'WIT (Jayapura)'] },
] as const;

/** Kantor cabang: the office that keeps its own books. */
export const branch = defineCollection('branch', {
  label: ['Kantor cabang', 'Branches'],
  note: ['Kantor cabang BPJS Kesehatan yang membukukan penerimaannya sendiri.', 'A branch that keeps its own books.'],
  icon: 'apartment',
  folder: 'jkn_organisasi',
  sort: 1,
  template: '{{name}}',
  archive: { field: 'status', archived: 'archived', active: 'active' },
  fields: [
    text('code', ['Kode', 'Code'], {
      required: true,
      unique: true,
      length: 32,
      font: 'monospace',
      placeholder: ['KC-SKA', 'KC-SKA'],
      note: ['Singkat dan tetap; dipakai di laporan.', 'Short and lasting; used in reports.'],
    }),
    text('name', ['Nama', 'Name'], { required: true, placeholder: ['Kantor Cabang Surakarta', 'Surakarta branch'] }),
    choice('timezone', ['Zona waktu', 'Time zone'], timezones, {
      required: true,
      default: 'Asia/Jakarta',
      note: [
        'Menentukan tanggal dan bulan setiap pembayaran cabang ini.',
        "Decides the day and month of each of this branch's payments.",
      ],
    }),
    month('first_month', ['Bulan buku pertama', 'First month of the books'], {
      required: true,
      note: ['Pembukuan dimulai pada bulan ini.', 'The books begin with this month.'],
    }),
    month('last_month', ['Bulan buku terakhir', 'Last month of the books'], {
      note: ['Kosong selama program berjalan.', 'Empty while the programme goes on.'],
    }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'active', label: ['Aktif', 'Active'], color: colour.blue },
        { value: 'archived', label: ['Diarsipkan', 'Archived'], color: colour.grey },
      ],
      { required: true, default: 'active' },
    ),
    text('city', ['Kota', 'City'], {
      note: ['Tertulis di surat dan tanda terima.', 'Written on letters and receipts.'],
    }),
    section('contact', ['Kepala dan kontak', 'Head and contact'], { icon: 'contact_phone' }, [
      text('head_name', ['Nama kepala cabang', 'Name of the head']),
      text('head_title', ['Jabatan', 'Title'], { placeholder: ['Kepala Cabang', 'Head of branch'] }),
      text('phone', ['Telepon', 'Phone'], { length: 32, icon: 'call' }),
      text('email', ['Surel', 'E-mail'], { icon: 'mail' }),
      longText('address', ['Alamat', 'Address']),
    ]),
    remark(),
  ],
  // The hourly upkeep makes every month between: a slip of the year would make thousands, in every branch's way.
  checks: { first_month: "first_month between '2000-01' and '2099-12'", last_month: 'first_month <= last_month' },
});
