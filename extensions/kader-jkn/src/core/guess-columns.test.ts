import { describe, expect, it } from 'vitest';
import { guessColumns } from './guess-columns.ts';

const guess = (heading: string) => guessColumns([heading])[0];

describe('guessing the columns of a list', () => {
  it.each([
    ['No KK', 'kk_number'],
    ['NO. KK', 'kk_number'],
    ['NOKK', 'kk_number'],
    ['Nomor Kartu Keluarga', 'kk_number'],
    ['kk_number', 'kk_number'],
    ['No VA', 'va_number'],
    ['NOVA', 'va_number'],
    ['Virtual Account', 'va_number'],
    ['No. VA Keluarga', 'va_number'],
    ['Nama Kepala Keluarga', 'head_name'],
    ['NAMA KK', 'head_name'],
    ['NMPST', 'head_name'],
    ['NIK', 'head_nik'],
    ['Jml Peserta', 'members'],
    ['Jumlah Jiwa', 'members'],
    ['JML ANGGOTA KELUARGA', 'members'],
    ['Kls', 'class'],
    ['Kelas Rawat', 'class'],
    ['KLSRAWAT', 'class'],
    ['Jml Kls III', 'members_3'],
    ['Peserta Kelas 1', 'members_1'],
    ['Kode Desa', 'area_code'],
    ['Desa/Kelurahan', 'area_name'],
    ['KELURAHAN', 'area_name'],
    ['NMDESA', 'area_name'],
    ['Kec.', 'district_name'],
    ['Alamat Lengkap', 'address'],
    ['No. HP', 'phone'],
    ['NOHP', 'phone'],
    ['No Telp/WA', 'phone'],
    ['Bln Menunggak', 'listed_months'],
    ['Jumlah Bulan Menunggak', 'listed_months'],
    ['Lama Tunggakan (bulan)', 'listed_months'],
    ['Jml Tunggakan', 'listed_amount'],
    ['Total Tagihan (Rp)', 'listed_amount'],
    ['Nominal Tunggakan', 'listed_amount'],
    ['Kode Kader', 'kader_code'],
    ['Ket', 'note'],
  ])('takes %j for %s', (heading, field) => {
    expect(guess(heading)).toBe(field);
  });

  it.each(['No', 'NOKAPST', 'No Kartu', 'Segmen', 'Tanggal Lahir', 'RT', 'Kabupaten/Kota', '', 'Status'])(
    'leaves %j alone',
    (heading) => {
      expect(guess(heading)).toBeNull();
    },
  );

  it('gives a field to one column only, the one that says it in more words', () => {
    expect(guessColumns(['No KK', 'Nama', 'Nama Kepala Keluarga', 'Nama'])).toEqual([
      'kk_number',
      null,
      'head_name',
      null,
    ]);
  });
});
