/** Which field a column of a list is, by its heading as branches and BPJS's own systems write them. */
import { type FamilyRowField, familyRowFields } from './row-issue.ts';

/** Words that mean the same; an empty one says nothing. */
const sameWords: Readonly<Record<string, string>> = {
  no: '',
  nomor: '',
  nmr: '',
  number: '',
  of: '',
  the: '',
  dan: '',
  rp: '',
  rupiah: '',
  idr: '',
  jlh: 'jml',
  jum: 'jml',
  jumlah: 'jml',
  total: 'jml',
  banyaknya: 'jml',
  nm: 'nama',
  name: 'nama',
  kd: 'kode',
  code: 'kode',
  kls: 'kelas',
  class: 'kelas',
  bln: 'bulan',
  months: 'bulan',
  month: 'bulan',
  kec: 'kecamatan',
  kel: 'kelurahan',
  ds: 'desa',
  almt: 'alamat',
  address: 'alamat',
  telp: 'telepon',
  tlp: 'telepon',
  tlpn: 'telepon',
  telpon: 'telepon',
  phone: 'telepon',
  handphone: 'hp',
  hape: 'hp',
  ponsel: 'hp',
  wa: 'whatsapp',
  ket: 'keterangan',
  note: 'catatan',
  notes: 'catatan',
  kep: 'kepala',
  head: 'kepala',
  family: 'keluarga',
  pst: 'peserta',
  members: 'peserta',
  anggota: 'peserta',
  jiwa: 'peserta',
  menunggak: 'tunggakan',
  nunggak: 'tunggakan',
  tunggak: 'tunggakan',
  arrears: 'tunggakan',
  owed: 'tunggakan',
  nominal: 'jml',
  amount: 'jml',
  saldo: 'jml',
  nilai: 'jml',
  sisa: 'jml',
  besar: 'jml',
  i: '1',
  ii: '2',
  iii: '3',
};

/** Words that BPJS's systems write together: NOKK, NMPST, JMLPESERTA. */
const joined =
  /^(no|nomor|jml|jlh|jumlah|nm|nama|kd|kode|kls|bln)(kk|va|hp|telp|tlp|nik|pst|peserta|jiwa|anggota|desa|kel|kec|kelas|kls|rawat|kader|bulan|bln|tunggakan|tunggak|menunggak)$/;

/** How columns are called; the order of the words does not matter. */
const known: Readonly<Record<FamilyRowField, readonly string[]>> = {
  kk_number: ['kk', 'kartu keluarga', 'kk peserta', 'kartu keluarga kk', 'keluarga', 'nkk'],
  va_number: ['va', 'virtual account', 'virtual account va', 'va keluarga', 'va bpjs', 'va peserta', 'va kk', 'briva'],
  head_name: [
    'nama kepala keluarga',
    'kepala keluarga',
    'nama kk',
    'nama kepala kk',
    'nama kepala',
    'nama peserta',
    'nama lengkap',
    'nama peserta kepala keluarga',
    'nama',
    'nmkk',
  ],
  head_nik: ['nik', 'nik kepala keluarga', 'nik kepala', 'nik kk', 'nik peserta', 'ktp', 'nik ktp'],
  members: [
    'jml peserta',
    'peserta',
    'jml keluarga',
    'peserta keluarga',
    'jml peserta keluarga',
    'jml orang',
    'jml art',
  ],
  class: [
    'kelas',
    'kelas rawat',
    'hak kelas',
    'hak kelas rawat',
    'kelas perawatan',
    'kelas peserta',
    'hak kelas peserta',
    'nama kelas',
  ],
  members_1: ['kelas 1', 'jml kelas 1', 'peserta kelas 1', 'jml peserta kelas 1'],
  members_2: ['kelas 2', 'jml kelas 2', 'peserta kelas 2', 'jml peserta kelas 2'],
  members_3: ['kelas 3', 'jml kelas 3', 'peserta kelas 3', 'jml peserta kelas 3'],
  area_code: ['kode desa', 'kode desa kelurahan', 'kode kelurahan', 'kode wilayah', 'kode area'],
  area_name: ['desa', 'desa kelurahan', 'kelurahan', 'nama desa', 'nama kelurahan', 'nama desa kelurahan', 'village'],
  district_name: ['kecamatan', 'nama kecamatan', 'district'],
  address: [
    'alamat',
    'alamat rumah',
    'alamat peserta',
    'alamat lengkap',
    'alamat tinggal',
    'alamat tempat tinggal',
    'alamat domisili',
    'alamat keluarga',
    'alamat kk',
  ],
  phone: [
    'hp',
    'telepon',
    'whatsapp',
    'hp telepon',
    'telepon whatsapp',
    'hp whatsapp',
    'hp telepon whatsapp',
    'hp peserta',
    'telepon peserta',
    'telepon seluler',
    'hp kepala keluarga',
    'kontak',
  ],
  listed_months: [
    'bulan tunggakan',
    'jml bulan tunggakan',
    'jml bulan',
    'bulan',
    'lama tunggakan',
    'lama tunggakan bulan',
    'umur tunggakan',
    'umur tunggakan bulan',
    'periode tunggakan',
  ],
  listed_amount: [
    'tunggakan',
    'jml tunggakan',
    'tunggakan iuran',
    'jml tunggakan iuran',
    'tagihan',
    'jml tagihan',
    'tagihan iuran',
    'jml tagihan iuran',
    'jml iuran',
    'premi tunggakan',
    'jml premi tunggakan',
    'piutang',
    'jml piutang',
    'piutang iuran',
  ],
  kader_code: ['kader', 'kode kader', 'id kader'],
  note: ['keterangan', 'catatan'],
};

const fieldOf = new Map(
  familyRowFields.flatMap((field) => known[field].map((phrase) => [phraseOf(words(phrase)), field] as const)),
);

/**
 * The field of each heading; null: not known. No field twice: the column that says it in more words has it, of those the
 * first ("Nama" gives way to "Nama Kepala Keluarga").
 */
export function guessColumns(headings: readonly string[]): (FamilyRowField | null)[] {
  const guesses = headings.map(fieldOfHeading);
  const best = new Map<FamilyRowField, number>();
  for (const [column, field] of guesses.entries()) {
    if (field === null) continue;
    const other = best.get(field);
    if (other === undefined || words(headings[column]).length > words(headings[other]).length) best.set(field, column);
  }
  return guesses.map((field, column) => (field !== null && best.get(field) === column ? field : null));
}

function fieldOfHeading(heading: string): FamilyRowField | null {
  const name = heading.trim().toLowerCase();
  if (Object.hasOwn(known, name)) return name as FamilyRowField;
  return fieldOf.get(phraseOf(words(heading))) ?? null;
}

/** Words in one order, none twice. */
function phraseOf(said: readonly string[]): string {
  return [...new Set(said)].sort().join(' ');
}

/** The words of a heading that say something, each in the one way we write it. */
function words(heading = ''): string[] {
  return heading
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .flatMap((word) => joined.exec(word)?.slice(1) ?? word)
    .map((word) => sameWords[word] ?? word)
    .filter((word) => word !== '');
}
