import type { Text } from '../../studio/text.ts';

export const texts = {
  subject: ['Subjek', 'Subject'],
  title: ['Judul surat', 'Title of the letter'],
  mailBody: ['Isi surel', 'Body of the e-mail'],
  letterBody: ['Isi surat', 'Body of the letter'],
  message: ['Isi pesan', 'Message'],
  plain: ['Versi teks', 'Plain version'],
  plainHint: [
    'Untuk pembaca surel tanpa gambar dan huruf tebal. Kosong: dibuat dari isi surel.',
    'For readers of e-mail without pictures and bold type. Empty: made from the body.',
  ],
  insertData: ['Sisipkan data', 'Insert data'],
  insertPart: ['Sisipkan bagian', 'Insert a part'],
  search: ['Cari data', 'Search data'],
  noMatch: ['Tidak ada data dengan nama itu.', 'There is no data of that name.'],
  perRow: ['tiap baris', 'each row'],
  goTo: ['Tunjukkan tempatnya', 'Show the place'],
  tooLong: ['Paling banyak {most} huruf; sekarang {count}.', 'At most {most} characters; there are {count}.'],
  preview: ['Pratinjau', 'Preview'],
  withRecord: ['Dengan data', 'With the data of'],
  examples: ['Contoh (bukan data sebenarnya)', 'Examples (no real data)'],
  previewHint: ['Pratinjau muncul setelah isinya ditulis.', 'The preview appears once something is written.'],
  former: [
    'Ada yang perlu dibetulkan. Ini pratinjau terakhir yang dapat dibuat.',
    'Something needs mending. This is the last preview that could be made.',
  ],
  notYet: [
    'Ada yang perlu dibetulkan sebelum pratinjau dapat dibuat.',
    'Something needs mending before there is a preview.',
  ],
  loading: ['Menyusun pratinjau…', 'Making the preview…'],
  retry: ['Coba lagi', 'Try again'],
  mailFrame: ['Pratinjau surel', 'Preview of the e-mail'],
  letterFrame: ['Pratinjau surat', 'Preview of the letter'],
  openPdf: ['Buka PDF', 'Open the PDF'],
  plainPart: ['Versi teks surel ini', 'Plain version of this e-mail'],
  letters: ['{count} huruf', '{count} characters'],
  wide: ['Komputer', 'Computer'],
  narrow: ['Ponsel', 'Phone'],
  aboutFirst: [
    'Pilih dulu "Tentang": data yang dapat ditulis mengikutinya.',
    'Choose "About" first: it decides which data can be written.',
  ],
  national: [
    'Templat ini untuk semua cabang. Untuk memakai kata-kata sendiri, buat versi cabang Anda: versi itu dipakai lebih dahulu.',
    "This template is for all branches. To use words of your own, make your branch's version: it goes first.",
  ],
  makeOwn: ['Buat versi cabang kami', "Make our branch's version"],
  noTitle: ['(tanpa judul)', '(no title)'],
} as const satisfies Record<string, Text>;

/** Parts of the markup (docs/letters.md) that can be inserted. */
export const parts = [
  { id: 'paragraph', label: ['Paragraf', 'Paragraph'], snippet: '<p>…</p>' },
  { id: 'heading', label: ['Judul bagian', 'Heading'], snippet: '<h2>…</h2>' },
  { id: 'bold', label: ['Huruf tebal', 'Bold'], snippet: '<strong>…</strong>' },
  { id: 'break', label: ['Baris baru', 'New line'], snippet: '<br>' },
  { id: 'list', label: ['Daftar', 'List'], snippet: '<ul>\n  <li>…</li>\n</ul>' },
  {
    id: 'table',
    label: ['Tabel', 'Table'],
    snippet: '<table>\n  <tr><td width="40%">…</td><td></td></tr>\n</table>',
  },
  { id: 'rule', label: ['Garis', 'Line'], snippet: '<hr>' },
] as const satisfies readonly { id: string; label: Text; snippet: string }[];

export const linkPart = {
  id: 'link',
  label: ['Tautan', 'Link'],
  snippet: '<a href="{{instance.link}}">…</a>',
} as const satisfies { id: string; label: Text; snippet: string };

export const pagePart = {
  id: 'page',
  label: ['Halaman baru', 'New page'],
  snippet: '<hr class="page">',
} as const satisfies { id: string; label: Text; snippet: string };
