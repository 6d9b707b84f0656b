import {
  boolean,
  choice,
  colour,
  date,
  defineCollection,
  longText,
  m2o,
  month,
  monthsOwed,
  number,
  o2m,
  remark,
  rupiah,
  saved,
  section,
  sheet,
  tabs,
  text,
} from './define.ts';
import { duesClasses } from './dues-rate.ts';

/** A family (kartu keluarga) in arrears entrusted to a kader. */
export const binaan = defineCollection('binaan', {
  label: ['Binaan', 'Families'],
  note: ['Keluarga menunggak yang dipercayakan kepada kader.', 'Families in arrears entrusted to kader.'],
  icon: 'family_restroom',
  folder: 'jkn_binaan',
  sort: 1,
  template: '{{head_name}} · {{area.name}}',
  fields: [
    text('head_name', ['Kepala keluarga', 'Head of family'], { required: true }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'active', label: ['Aktif', 'Active'], color: colour.blue },
        { value: 'settled', label: ['Lunas', 'Settled'], color: colour.teal },
        { value: 'off_list', label: ['Tidak di daftar', 'Off list'], color: colour.grey },
        { value: 'moved', label: ['Pindah', 'Moved'], color: colour.grey },
        { value: 'transferred', label: ['Pindah segmen', 'Transferred segment'], color: colour.grey },
        { value: 'written_off', label: ['Dihapus bukukan', 'Written off'], color: colour.grey },
        { value: 'muted', label: ['Jangan dihubungi', 'Not to be contacted'], color: colour.amber },
      ],
      { required: true, default: 'active' },
    ),
    text('kk_number', ['Nomor KK', 'KK number'], {
      required: true,
      length: 16,
      font: 'monospace',
      pattern: '^\\d{16}$',
      message: ['Nomor KK terdiri dari 16 angka.', 'A KK number has 16 digits.'],
    }),
    text('va_number', ['Nomor VA', 'VA number'], {
      length: 20,
      font: 'monospace',
      pattern: '^\\d{8,20}$',
      message: ['Nomor VA hanya angka, 8 sampai 20.', 'A VA number has 8 to 20 digits.'],
      note: ['Satu VA, satu tagihan sekeluarga.', 'One VA, one bill of the family.'],
    }),
    number('members', ['Jumlah peserta', 'Members'], { required: true, min: 1, max: 20 }),
    choice('class', ['Kelas', 'Class'], duesClasses, { required: true }),
    section('debt', ['Tunggakan sekarang', 'Owed now'], { icon: 'account_balance_wallet', shownWhen: saved }, [
      monthsOwed('owed_months', ['Bulan menunggak', 'Months owed'], { required: true, default: 0, readonly: true }),
      rupiah('owed_amount', ['Tunggakan', 'Amount owed'], {
        required: true,
        default: 0,
        readonly: true,
        note: ['Perkiraan: daftar + iuran berjalan − pembayaran.', 'An estimate: list + dues since − payments.'],
      }),
    ]),
    tabs('sheets', ['Rincian', 'Details'], {
      sheets: [
        sheet('home', ['Alamat dan kader', 'Address and kader'], {
          fields: [
            m2o('branch', ['Kantor cabang', 'Branch'], 'branch', {
              required: true,
              readonlyWhen: saved,
              template: '{{name}}',
            }),
            m2o('kader', ['Kader sekarang', 'Present kader'], 'kader', {
              template: '{{name}} · {{code}}',
              listedAs: 'families',
              note: [
                'Mengubahnya memindahkan keluarga ini mulai hari ini.',
                'Changing it reassigns the family from today.',
              ],
            }),
            m2o('area', ['Desa/kelurahan', 'Desa'], 'area', {
              template: '{{name}} · {{parent.name}}',
              filter: { level: { _eq: 'village' } },
            }),
            text('phone', ['Telepon/WhatsApp', 'Phone/WhatsApp'], {
              length: 32,
              icon: 'call',
              pattern: '^[+0-9][0-9 ()-]{5,24}$',
              message: ['Tulis nomor telepon dengan angka.', 'Write the phone number in digits.'],
            }),
            longText('address', ['Alamat', 'Address']),
            date('checked_on', ['Data diperiksa pada', 'Data checked on']),
            choice(
              'checked_how',
              ['Diperiksa melalui', 'Checked by'],
              [
                { value: 'visit', label: ['Kunjungan', 'Visit'] },
                { value: 'phone', label: ['Telepon', 'Phone'] },
                { value: 'document', label: ['Dokumen', 'Document'] },
              ],
            ),
            remark(
              ['Catatan', 'Note'],
              ['Tulis hanya yang pantas dibaca keluarga itu sendiri.', 'Only what the family itself may read.'],
            ),
          ],
        }),
        sheet('arrears', ['Daftar tunggakan', 'List of arrears'], {
          fields: [
            date('listed_as_of', ['Daftar per tanggal', 'List as of'], {
              required: true,
              note: ['Daftar terbaru dari kantor pusat.', 'The newest list.'],
            }),
            choice(
              'source',
              ['Sumber', 'Source'],
              [
                { value: 'list', label: ['Daftar', 'List'], color: colour.blue },
                { value: 'outside_list', label: ['Di luar daftar', 'Outside the list'], color: colour.amber },
              ],
              { required: true, default: 'list' },
            ),
            monthsOwed('listed_months', ['Bulan menunggak di daftar', 'Months owed on the list'], {
              required: true,
              min: 0,
              max: 600,
            }),
            // with the bounds of dues and of months billed: no sum of a family passes a four-byte column
            rupiah('listed_amount', ['Tunggakan di daftar', 'Amount owed on the list'], {
              required: true,
              min: 0,
              max: 500_000_000,
            }),
            number('accrued_months', ['Bulan bertambah sejak itu', 'Months accrued since'], {
              required: true,
              default: 0,
              readonly: true,
            }),
            rupiah('accrued_amount', ['Iuran bertambah sejak itu', 'Dues accrued since'], {
              required: true,
              default: 0,
              readonly: true,
              note: ['Perkiraan.', 'An estimate.'],
            }),
            number('paid_months', ['Bulan dibayar sejak itu', 'Months paid since'], {
              required: true,
              default: 0,
              readonly: true,
            }),
            rupiah('paid_amount', ['Dibayar sejak itu', 'Paid since'], { required: true, default: 0, readonly: true }),
            month('accrued_through', ['Iuran dihitung sampai', 'Dues counted up to'], { readonly: true }),
            boolean('tele_eligible', ['Telekolekting', 'Telekolekting'], {
              readonly: true,
              says: ['Dalam jangkauan telekolekting', "In telekolekting's window"],
            }),
          ],
        }),
        sheet('paid', ['Pembayaran', 'Payments'], {
          fields: [
            o2m('payments', ['Pembayaran', 'Payments'], {
              columns: ['paid_at', 'amount', 'kind', 'status', 'commission'],
              sort: 'paid_at',
              descending: true,
            }),
          ],
        }),
        sheet('contact', ['Kontak', 'Contacts'], {
          fields: [
            o2m('contacts', ['Kontak', 'Contacts'], {
              columns: ['at', 'channel', 'outcome', 'kader'],
              sort: 'at',
              descending: true,
            }),
          ],
        }),
        sheet('holders', ['Penugasan', 'Assignments'], {
          fields: [
            o2m('assignments', ['Kader yang memegang', 'Kader who held it'], {
              columns: ['kader', 'from_date', 'to_date', 'reason'],
              sort: 'from_date',
              descending: true,
            }),
          ],
        }),
      ],
    }),
  ],
  // Nothing on owed_*: every payment changes them, and a branch's families are few enough to be filtered.
  uniques: { family: 'branch, kk_number' },
  indexes: {
    kader: '(kader) where kader is not null',
    kk: 'kk_number',
    va: '(va_number) where va_number is not null',
    area: '(area) where area is not null',
  },
  checks: { owed_amount: 'owed_amount >= 0', owed_months: 'owed_months >= 0' },
});
