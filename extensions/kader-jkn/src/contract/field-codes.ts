/** The letters that stand for channels and outcomes on a kader's paper, and are typed when it is keyed in. */
import type { Channel, Outcome } from './records.ts';

export interface FieldCode<Value extends string> {
  value: Value;
  letter: string;
  /** [Indonesian, English] */
  label: readonly [id: string, en: string];
}

/** In the order of the paper. */
export const channelCodes: readonly FieldCode<Exclude<Channel, 'group_education'>>[] = [
  { value: 'visit', letter: 'K', label: ['Kunjungan', 'Visit'] },
  { value: 'whatsapp', letter: 'W', label: ['WhatsApp', 'WhatsApp'] },
  { value: 'phone', letter: 'T', label: ['Telepon', 'Phone'] },
];

/** The letters are of the Indonesian words; each stands once. */
export const outcomeCodes: readonly FieldCode<Outcome>[] = [
  { value: 'met', letter: 'B', label: ['Bertemu', 'Met'] },
  { value: 'promised', letter: 'J', label: ['Janji bayar', 'Promised'] },
  { value: 'paid', letter: 'M', label: ['Membayar', 'Paid'] },
  { value: 'not_home', letter: 'R', label: ['Rumah kosong', 'Not home'] },
  { value: 'refused', letter: 'T', label: ['Menolak', 'Refused'] },
  { value: 'cannot_afford', letter: 'K', label: ['Tidak mampu', 'Cannot afford'] },
  { value: 'moved', letter: 'P', label: ['Pindah', 'Moved'] },
  { value: 'address_not_found', letter: 'A', label: ['Alamat tidak ditemukan', 'Address not found'] },
  { value: 'deceased', letter: 'W', label: ['Meninggal (wafat)', 'Deceased'] },
  { value: 'disappointed', letter: 'C', label: ['Kecewa pada layanan', 'Disappointed'] },
  { value: 'threatened', letter: 'D', label: ['Kader diancam', 'Kader threatened'] },
];
