/** The fields of a list of families as people read them: in the mapping, the preview and the file of bad rows. */
import type { FamilyRowField } from '../core/row-issue.ts';

export { type FamilyRowField, familyRowFields } from '../core/row-issue.ts';

export interface FieldWords {
  id: string;
  en: string;
  /** a list cannot be taken in without it, or without its stand-in */
  required: boolean;
}

/** `members` and `class` may be left out where `members_1` to `members_3` are told. */
export const familyRowWords: Readonly<Record<FamilyRowField, FieldWords>> = {
  kk_number: { id: 'Nomor KK', en: 'KK number', required: true },
  va_number: { id: 'Nomor VA', en: 'VA number', required: false },
  head_name: { id: 'Kepala keluarga', en: 'Head of family', required: true },
  head_nik: { id: 'NIK kepala keluarga', en: 'NIK of the head', required: false },
  members: { id: 'Jumlah peserta', en: 'Members', required: true },
  class: { id: 'Kelas', en: 'Class', required: true },
  members_1: { id: 'Peserta kelas I', en: 'Members of class I', required: false },
  members_2: { id: 'Peserta kelas II', en: 'Members of class II', required: false },
  members_3: { id: 'Peserta kelas III', en: 'Members of class III', required: false },
  area_code: { id: 'Kode desa/kelurahan', en: 'Code of the desa', required: false },
  area_name: { id: 'Desa/kelurahan', en: 'Desa', required: false },
  district_name: { id: 'Kecamatan', en: 'Kecamatan', required: false },
  address: { id: 'Alamat', en: 'Address', required: false },
  phone: { id: 'Telepon/WhatsApp', en: 'Phone/WhatsApp', required: false },
  listed_months: { id: 'Bulan menunggak', en: 'Months owed', required: true },
  listed_amount: { id: 'Tunggakan (rupiah)', en: 'Amount owed (rupiah)', required: true },
  kader_code: { id: 'Kode kader', en: 'Code of the kader', required: false },
  note: { id: 'Catatan', en: 'Note', required: false },
};
