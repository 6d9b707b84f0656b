/** Why a value of a list was refused or marked, as people read it; texts may hold {suggestion}. */
import type { RowReason } from '../core/row-issue.ts';

export interface ReasonText {
  id: string;
  en: string;
}

export const rowReasons: Readonly<Record<RowReason, ReasonText>> = {
  missing: { id: 'Kosong. Isi nilainya.', en: 'Empty. Give its value.' },
  'digits-lost': {
    id: 'Angkanya hilang karena lembar kerja menyimpannya sebagai bilangan. Simpan kolom ini sebagai teks dan isi ulang.',
    en: 'Digits were lost because the sheet keeps it as a number. Keep the column as text and fill it in again.',
  },
  'text-too-long': { id: 'Terlalu panjang. Pendekkan.', en: 'Too long. Make it shorter.' },
  'text-damaged': {
    id: 'Ada huruf yang rusak. Periksa penyandian (encoding) berkas.',
    en: 'Some letters are damaged. Check the encoding of the file.',
  },
  'kk-digits': { id: 'Nomor KK hanya boleh berisi angka.', en: 'A KK number holds digits only.' },
  'kk-length': { id: 'Nomor KK terdiri dari 16 angka.', en: 'A KK number has 16 digits.' },
  'kk-structure': {
    id: 'Bukan nomor KK: 6 angka wilayah, tanggal terbit (HHBBTT), lalu 4 angka urut bukan 0000.',
    en: 'Not a KK number: 6 digits of an area, the day of issue (DDMMYY), then a serial of 4 digits that is not 0000.',
  },
  'kk-area': {
    id: 'Kode wilayah pada nomor KK berbeda dari kecamatan keluarga ini ({suggestion}). Periksa salah satunya.',
    en: "The area in the KK number differs from the family's kecamatan ({suggestion}). Check either.",
  },
  'kk-repeated': {
    id: 'Nomor KK ini sudah ada di baris lain berkas ini. Sisakan satu baris.',
    en: 'Another row of this file has this KK number. Keep one of the rows.',
  },
  'family-merged': {
    id: 'Keluarga dengan nomor KK ini sudah digabung ke keluarga lain. Pakai nomor KK keluarga yang dipertahankan.',
    en: 'The family with this KK number was merged into another. Use the KK number of the family that was kept.',
  },
  'nik-digits': { id: 'NIK hanya boleh berisi angka.', en: 'A NIK holds digits only.' },
  'nik-length': { id: 'NIK terdiri dari 16 angka.', en: 'A NIK has 16 digits.' },
  'nik-structure': {
    id: 'Bukan NIK: 6 angka wilayah, tanggal lahir (HHBBTT; perempuan HH+40), lalu 4 angka urut bukan 0000.',
    en: 'Not a NIK: 6 digits of an area, the day of birth (DDMMYY; women DD+40), then a serial of 4 digits that is not 0000.',
  },
  'va-digits': { id: 'Nomor VA hanya boleh berisi angka.', en: 'A VA number holds digits only.' },
  'va-length': {
    id: 'Panjang nomor VA tidak biasa: VA BPJS Kesehatan 16 angka diawali 88888, VA bank lain 8 sampai 20 angka.',
    en: 'An unusual length: a VA of BPJS Kesehatan has 16 digits and begins with 88888, those of other banks have 8 to 20.',
  },
  'number-unreadable': {
    id: 'Bukan bilangan bulat. Tulis dengan angka.',
    en: 'Not a whole number. Write it in digits.',
  },
  'members-range': { id: 'Jumlah peserta 1 sampai 20.', en: 'A family has 1 to 20 members.' },
  'members-sum': {
    id: 'Jumlah peserta berbeda dari jumlah per kelasnya ({suggestion}).',
    en: 'The number of members differs from the sum over its classes ({suggestion}).',
  },
  'class-unreadable': { id: 'Kelas harus I, II, atau III.', en: 'The class is I, II or III.' },
  'class-without-members': {
    id: 'Kelas ini tidak punya peserta menurut jumlah per kelas. Perbaiki kelas atau jumlahnya.',
    en: 'By the numbers of each class nobody is in this one. Mend the class or the numbers.',
  },
  'months-range': { id: 'Bulan menunggak 0 sampai 600.', en: 'Months owed are 0 to 600.' },
  'amount-unreadable': {
    id: 'Bukan jumlah rupiah. Tulis misalnya 1.234.567.',
    en: 'Not an amount in rupiah. Write, for example, 1.234.567.',
  },
  'amount-ambiguous': {
    id: 'Dapat dibaca dua cara: {suggestion}. Tulis tanpa tanda baca.',
    en: 'It reads in two ways: {suggestion}. Write it without marks.',
  },
  'amount-fraction': { id: 'Rupiah tidak berpecahan. Bulatkan.', en: 'Rupiah have no fractions. Round it.' },
  'amount-negative': { id: 'Tunggakan tidak boleh di bawah nol.', en: 'Arrears are not below nothing.' },
  'amount-range': { id: 'Tunggakan paling banyak Rp 500.000.000.', en: 'Arrears are at most Rp 500,000,000.' },
  'arrears-differ': {
    id: 'Berbeda dari bulan × peserta × iuran: seharusnya sekitar {suggestion}. Diterima apa adanya.',
    en: 'Differs from months × members × dues: about {suggestion} would be expected. Taken as it is.',
  },
  'area-code': {
    id: 'Bukan kode desa/kelurahan. Tulis misalnya 33.72.01.1001.',
    en: 'Not the code of a desa. Write, for example, 33.72.01.1001.',
  },
  'area-unknown': {
    id: 'Desa ini tidak ada di wilayah cabang. Mungkin maksudnya: {suggestion}.',
    en: "The branch's area has no desa of this name. Perhaps: {suggestion}.",
  },
  'area-ambiguous': {
    id: 'Beberapa desa bernama ini: {suggestion}. Isi kecamatan atau kodenya.',
    en: 'Several desa have this name: {suggestion}. Give the kecamatan or the code.',
  },
  'area-differs': {
    id: 'Nama desa berbeda dari kodenya ({suggestion}). Kode yang dipakai.',
    en: 'The name of the desa differs from that of its code ({suggestion}). The code is used.',
  },
  'area-outside-branch': {
    id: 'Desa ini di luar wilayah cabang. Diterima, periksa apakah keluarga ini binaan cabang lain.',
    en: "This desa lies outside the branch's area. Taken; check whether it is another branch's family.",
  },
  'area-missing': {
    id: 'Desa tidak disebut: keluarga ini tidak dapat dibagi menurut desa.',
    en: 'No desa is told: this family cannot be shared out by desa.',
  },
  'phone-unreadable': {
    id: 'Bukan nomor telepon; kolom ini dibiarkan kosong.',
    en: 'Not a phone number; the field is left empty.',
  },
  'kader-unknown': {
    id: 'Cabang ini tidak punya kader berkode ini. Mungkin maksudnya: {suggestion}.',
    en: 'The branch has no kader of this code. Perhaps: {suggestion}.',
  },
};

/** The text of an issue in one language, filled in; without a suggestion the sentence that offers one is left out. */
export function rowReasonText(
  issue: { reason: RowReason; suggestion?: string | null | undefined },
  language: keyof ReasonText,
): string {
  const text = rowReasons[issue.reason][language];
  if (issue.suggestion) return text.replaceAll('{suggestion}', issue.suggestion);
  return text.replace(/(?<=\.) [^.]*\{suggestion\}[^.]*\./, '').replace(/\s*[:,(][^:,(.]*\{suggestion\}[^.)]*\)?/, '');
}
