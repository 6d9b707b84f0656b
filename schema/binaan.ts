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
  presentation,
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
        { value: 'merged', label: ['Digabung', 'Merged'], color: colour.grey },
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
    m2o('merged_into', ['Digabung ke', 'Merged into'], 'binaan', {
      readonly: true,
      shownWhen: { merged_into: { _nnull: true } },
      template: '{{head_name}} · {{area.name}}',
      listedAs: 'merged_families',
      note: ['Pembayaran dan kontak baru dicatat di sana.', 'New payments and contacts are recorded there.'],
    }),
    date('muted_until', ['Dijeda sampai', 'Muted until'], {
      readonly: true,
      shownWhen: { muted_until: { _nnull: true } },
    }),
    number('members', ['Jumlah peserta', 'Members'], { required: true, min: 1, max: 20 }),
    choice('class', ['Kelas', 'Class'], duesClasses, { required: true }),
    section(
      'mixed',
      ['Kelas berbeda-beda dalam satu keluarga', 'Members of different classes'],
      { icon: 'groups', closed: true },
      [
        number('members_1', ['Peserta kelas I', 'Members of class I'], {
          min: 0,
          max: 20,
          note: [
            'Isi ketiganya hanya bila kelas pesertanya berbeda; jumlahnya sama dengan jumlah peserta.',
            'Fill in all three only where the classes differ; together they are the members.',
          ],
        }),
        number('members_2', ['Peserta kelas II', 'Members of class II'], { min: 0, max: 20 }),
        number('members_3', ['Peserta kelas III', 'Members of class III'], { min: 0, max: 20 }),
      ],
    ),
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
            text('head_nik', ['NIK kepala keluarga', 'NIK of the head'], {
              length: 16,
              font: 'monospace',
              pattern: '^\\d{16}$',
              message: ['NIK terdiri dari 16 angka.', 'A NIK has 16 digits.'],
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
            monthsOwed('reported_months', ['Bulan menurut daftar', 'Months as told'], {
              readonly: true,
              shownWhen: { reported_months: { _nnull: true } },
              note: ['Lebih dari yang ditagih.', 'More than are billed.'],
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
            m2o('list_batch', ['Daftar yang menyebutnya', 'List that named it'], 'import_batch', {
              readonly: true,
              template: '{{as_of}}',
              note: ['Impor terbaru.', 'The newest import.'],
            }),
            date('left_list_on', ['Tidak di daftar sejak', 'Off the list since'], {
              readonly: true,
              shownWhen: { left_list_on: { _nnull: true } },
            }),
          ],
        }),
        sheet('check', ['Pemeriksaan data', 'Data check'], {
          fields: [
            presentation('data_check', ['Pemeriksaan data', 'Data check'], 'kader-family-check', { shownWhen: saved }),
            o2m('merged_families', ['Digabung ke keluarga ini', 'Merged into this family'], {
              columns: ['head_name', 'kk_number', 'listed_as_of'],
              sort: 'id',
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
            presentation('merged_payments', ['Pembayaran yang digabung', 'Merged payments'], 'kader-merged-records', {
              shownWhen: saved,
              options: { of: 'payments' },
            }),
          ],
        }),
        sheet('plan', ['Cicilan', 'Instalments'], {
          fields: [
            presentation('instalment_plan', ['Cicilan (REHAB)', 'Instalments'], 'kader-instalments'),
            o2m('plans', ['Semua rencana', 'All plans'], {
              columns: ['starts_on', 'amount', 'paid_amount', 'missed_count', 'status'],
              sort: 'starts_on',
              descending: true,
            }),
          ],
        }),
        sheet('contact', ['Kontak', 'Contacts'], {
          fields: [
            presentation('contact_rules', ['Boleh dihubungi?', 'May one contact?'], 'kader-contact-rules', {
              shownWhen: saved,
            }),
            o2m('contacts', ['Kontak', 'Contacts'], {
              columns: ['at', 'channel', 'outcome', 'promise_state', 'kader'],
              sort: 'at',
              descending: true,
            }),
            presentation('merged_contacts', ['Kontak yang digabung', 'Merged contacts'], 'kader-merged-records', {
              shownWhen: saved,
              options: { of: 'contacts' },
            }),
            o2m('mutes', ['Jeda kontak', 'Mutes'], {
              columns: ['reason', 'status', 'from_date', 'until_date'],
              sort: 'from_date',
              descending: true,
            }),
            o2m('checks', ['Pemetaan', 'Mapping'], {
              columns: ['checked_on', 'status', 'lives_here', 'kader'],
              sort: 'checked_on',
              descending: true,
            }),
          ],
        }),
        sheet('holders', ['Penugasan', 'Assignments'], {
          fields: [
            presentation('eligibility', ['Keluarga siapa', 'Whose family'], 'kader-eligibility', { shownWhen: saved }),
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
    merged: '(merged_into) where merged_into is not null',
  },
  checks: {
    owed_amount: 'owed_amount >= 0',
    owed_months: 'owed_months >= 0',
    merged: "(status = 'merged') = (merged_into is not null) and merged_into <> id",
    // none told, or all three: no sum over a null passes unseen
    members_by_class:
      'num_nulls(members_1, members_2, members_3) = 3 or (num_nulls(members_1, members_2, members_3) = 0 ' +
      'and members_1 + members_2 + members_3 = members and greatest(members_1, members_2, members_3) < members)',
  },
});
