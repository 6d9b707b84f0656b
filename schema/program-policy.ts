import { accordion, boolean, choice, date, defineCollection, m2o, number, remark, sheet, text } from './define.ts';

/** The rules of a branch, or of all branches, from a date. An empty limit is a rule that is off. */
export const programPolicy = defineCollection('program_policy', {
  label: ['Kebijakan program', 'Programme policies'],
  note: [
    'Aturan program sejak suatu tanggal, untuk satu cabang atau semua. Batas yang kosong berarti aturan itu tidak berlaku.',
    'The rules from a date, of one branch or of all. An empty limit is a rule that is off.',
  ],
  icon: 'rule_settings',
  folder: 'jkn_organisasi',
  sort: 3,
  template: '{{name}}',
  fields: [
    text('name', ['Nama', 'Name'], {
      required: true,
      width: 'full',
      placeholder: ['Kebijakan 2022', 'Policy of 2022'],
    }),
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', {
      template: '{{name}}',
      note: [
        'Kosong: berlaku untuk semua cabang yang tidak punya kebijakan sendiri.',
        'Empty: for every branch without one of its own.',
      ],
    }),
    date('effective_from', ['Berlaku sejak', 'In force from'], {
      required: true,
      note: ['Berlaku sampai kebijakan yang lebih baru.', 'Until a newer policy.'],
    }),
    accordion('rules', ['Aturan', 'Rules'], {
      sheets: [
        sheet('windows', ['Siapa menagih keluarga mana', 'Who collects from which families'], {
          fields: [
            number('kader_window_min', ['Kader: mulai (bulan menunggak)', 'Kader: from (months owed)'], {
              min: 0,
              max: 600,
              note: ['Termasuk bulan itu. "Lebih dari 2 bulan" ditulis 3.', 'Inclusive. "More than 2 months" is 3.'],
            }),
            number('kader_window_max', ['Kader: sampai (bulan menunggak)', 'Kader: up to (months owed)'], {
              min: 0,
              max: 600,
            }),
            number('tele_window_min', ['Telekolekting: mulai (bulan)', 'Telekolekting: from (months)'], {
              min: 0,
              max: 600,
            }),
            number('tele_window_max', ['Telekolekting: sampai (bulan)', 'Telekolekting: up to (months)'], {
              min: 0,
              max: 600,
            }),
            number('priority_min', ['Prioritas mulai (bulan)', 'Priority from (months)'], {
              min: 0,
              max: 600,
              note: [
                'Keluarga dengan tunggakan ini ke atas didahulukan.',
                'Families owing this much or more come first.',
              ],
            }),
            number('families_per_kader', ['Keluarga per kader', 'Families a kader'], {
              min: 1,
              note: ['Hanya peringatan, tidak pernah menolak.', 'A warning, never a refusal.'],
            }),
            boolean('outside_list_allowed', ['Di luar daftar', 'Outside the list'], {
              note: ['Hanya di desa kader itu sendiri.', "Only in the kader's own desa."],
              says: ['Keluarga di luar daftar boleh', 'Families outside the list too'],
            }),
            boolean('several_districts_allowed', ['Kecamatan seorang kader', "A kader's districts"], {
              says: ['Lebih dari satu boleh', 'More than one allowed'],
            }),
          ],
        }),
        sheet('contacts', ['Kontak dengan keluarga', 'Contacts with families'], {
          fields: [
            number('contacts_per_day', ['Kontak per hari', 'Contacts a day'], {
              min: 1,
              note: ['Jumlah keluarga berbeda yang diharapkan sehari.', 'Distinct families expected in a day.'],
            }),
            number('contact_cap_week', ['Paling banyak per minggu', 'At most a week'], {
              min: 1,
              note: [
                'Untuk satu keluarga; kader dan telekolekting dihitung bersama.',
                'Of one family; kader and telekolekting together.',
              ],
            }),
            number('contact_hour_from', ['Mulai jam', 'From hour'], { min: 0, max: 24, placeholder: ['8', '8'] }),
            number('contact_hour_to', ['Sampai jam', 'To hour'], { min: 0, max: 24, placeholder: ['20', '20'] }),
          ],
        }),
        sheet('messages', ['Pesan', 'Messages'], {
          fields: [
            number('messages_per_week', ['Per keluarga seminggu', 'A family, a week'], {
              min: 1,
              default: 2,
              note: [
                'Paling banyak sekian pesan. Kosong: tidak dibatasi.',
                'At most so many messages. Empty: no limit.',
              ],
            }),
            number('message_approval_above', ['Perlu persetujuan di atas (pesan)', 'Needs approval above (messages)'], {
              min: 0,
              default: 50,
              note: [
                'Kiriman bersama yang lebih besar menunggu kepala lain. Kosong: tidak perlu.',
                'A larger batch waits for another head. Empty: never.',
              ],
            }),
            number('message_hour_from', ['Mulai jam', 'From hour'], {
              min: 0,
              max: 24,
              placeholder: ['8', '8'],
              note: [
                'Pesan kepada keluarga dan kader, waktu setempat. Untuk keluarga jam kontak juga berlaku.',
                'Messages to families and kader, in local time. For families the hours of contact hold too.',
              ],
            }),
            number('message_hour_to', ['Sampai jam', 'To hour'], { min: 0, max: 24, placeholder: ['20', '20'] }),
          ],
        }),
        sheet('partnership', ['Bulan tanpa penerimaan', 'Months without collection'], {
          fields: [
            number(
              'zero_month_limit',
              ['Peninjauan setelah (bulan berturut-turut)', 'Review after (months in a row)'],
              {
                min: 1,
                max: 60,
                note: ['Kosong: tidak ada aturan bulan nol.', 'Empty: no zero-month rule.'],
              },
            ),
            number('zero_month_warning', ['Peringatan setelah (bulan)', 'Warning after (months)'], {
              min: 1,
              max: 60,
              note: ['Kosong: satu bulan sebelum peninjauan.', 'Empty: one month before the review.'],
            }),
            number('grace_months', ['Masa tenggang (bulan)', 'Grace (months)'], {
              required: true,
              default: 0,
              min: 0,
              max: 60,
              note: ['Bulan pertama kader yang belum dihitung.', "A new kader's first months, which do not count."],
            }),
            number('review_answer_days', ['Waktu menjawab (hari)', 'Time to answer (days)'], {
              required: true,
              default: 14,
              min: 1,
              max: 365,
              note: [
                'Kader dapat menjawab sebelum keputusan diambil.',
                'The kader may answer before anything is decided.',
              ],
            }),
          ],
        }),
        sheet('early_signs', ['Tanda awal', 'Early signs'], {
          fields: [
            number('early_drop_percent', ['Turun dari kebiasaan (%)', 'Below the usual (%)'], {
              min: 1,
              max: 100,
              note: [
                'Penerimaan bulan tertutup terbaru turun sekian persen atau lebih dari nilai tengah 6 bulan sebelumnya. Kosong: tidak diperiksa.',
                'The newest closed month fell by so much or more from the median of the 6 months before. Empty: not looked at.',
              ],
            }),
            number('early_idle_days', ['Tanpa kegiatan (hari kerja)', 'Without activity (working days)'], {
              min: 1,
              max: 300,
              note: [
                'Senin–Sabtu tanpa kontak dan tanpa penerimaan, di luar cuti. Kosong: tidak diperiksa.',
                'Monday to Saturday without contact or payment, leave aside. Empty: not looked at.',
              ],
            }),
            number('early_broken_percent', ['Janji tidak ditepati (%)', 'Promises broken (%)'], {
              min: 1,
              max: 100,
              note: [
                'Bagian dari janji bayar yang jatuh tempo sejak awal bulan tertutup terbaru. Kosong: tidak diperiksa.',
                'Of the promises that fell due since the newest closed month began. Empty: not looked at.',
              ],
            }),
            number('early_broken_count', ['Janji tidak ditepati paling sedikit', 'Promises broken at least'], {
              min: 1,
              note: ['Kosong: sudah dari satu janji.', 'Empty: from a single one.'],
            }),
            number('early_last_day_percent', ['Jumlah bulat di hari terakhir (%)', 'Round sums on the last day (%)'], {
              min: 1,
              max: 100,
              note: [
                'Bagian penerimaan sebulan yang diterima tunai kader pada hari terakhir dalam kelipatan Rp 50.000 yang tidak pas dengan bulan iuran. Kosong: tidak diperiksa.',
                "Part of a month's money taken in cash on its last day in multiples of Rp 50,000 that are not whole months of dues. Empty: not looked at.",
              ],
            }),
            number('early_void_count', ['Penerimaan dibatalkan atau dibalik', 'Payments voided or reversed'], {
              min: 1,
              note: [
                'Sebanyak ini atau lebih sejak awal bulan tertutup terbaru. Kosong: tidak diperiksa.',
                'So many or more since the newest closed month began. Empty: not looked at.',
              ],
            }),
          ],
        }),
        sheet('life', ['Kader baru dan kontrak', 'New kader and contracts'], {
          fields: [
            boolean('training_required', ['Pelatihan', 'Training'], {
              note: [
                'Materi wajib harus dihadiri sebelum seorang calon diaktifkan.',
                'A candidate attends the required topics before becoming active.',
              ],
              says: ['Wajib sebelum aktif', 'Needed before activation'],
            }),
            number(
              'renewal_notice_days',
              ['Kontrak habis: diingatkan (hari sebelumnya)', 'Contract ends: told (days before)'],
              {
                min: 1,
                max: 365,
                note: ['Kosong: kepala tidak diingatkan.', 'Empty: the head is not told.'],
              },
            ),
          ],
        }),
        sheet('pay', ['Imbal jasa dan tunggakan', 'Commission and arrears'], {
          fields: [
            boolean('verification_required', ['Verifikasi', 'Verification'], {
              note: [
                'Imbal jasa dibayar setelah uangnya diperiksa orang lain.',
                'Commission is paid once somebody else has checked the money.',
              ],
              default: true,
              says: ['Wajib sebelum dibayarkan', 'Needed before pay'],
            }),
            boolean('four_eyes', ['Dua orang', 'Four eyes'], {
              note: [
                'Dimatikan hanya bila cabang tidak punya orang kedua. Yang berlaku ialah aturan pada hari terakhir bulannya.',
                'Off only where a branch has no second person. What counts is the rule on the last day of the month.',
              ],
              default: true,
              says: ['Yang menutup bulan tidak menyetujuinya', 'Whoever closes a month does not approve it'],
            }),
            number('max_billed_months', ['Bulan ditagih paling banyak', 'Months billed at most'], {
              required: true,
              default: 24,
              min: 1,
              max: 60,
            }),
          ],
        }),
        sheet('instalments', ['Cicilan (REHAB)', 'Instalments (REHAB)'], {
          fields: [
            number('instalment_min_months', ['Tunggakan mulai (bulan)', 'Arrears from (months)'], { min: 1, max: 600 }),
            number('instalment_max_months', ['Tunggakan sampai (bulan)', 'Arrears up to (months)'], {
              min: 1,
              max: 600,
            }),
            number('instalment_count_max', ['Cicilan paling banyak', 'Instalments at most'], {
              min: 1,
              max: 120,
              note: ['Kosong: tidak ada cicilan.', 'Empty: no instalments.'],
            }),
            boolean('instalment_half_months', ['Setengah bulan menunggak', 'Half the months owed'], {
              note: ['Aturan 2025: yang terkecil dari keduanya.', 'The rule of 2025: the smaller of the two.'],
              says: ['Paling banyak setengahnya', 'At most half as many'],
            }),
            boolean('instalment_current_dues', ['Iuran berjalan', 'Current dues'], {
              default: true,
              says: ['Ikut dalam setiap cicilan', 'Part of every instalment'],
            }),
            choice(
              'cover_restored_after',
              ['Kepesertaan aktif kembali', 'Cover is restored'],
              [
                { value: 'first', label: ['Setelah cicilan pertama', 'After the first instalment'] },
                { value: 'last', label: ['Setelah cicilan terakhir', 'After the last instalment'] },
              ],
              { required: true, default: 'last' },
            ),
          ],
        }),
      ],
    }),
    remark(['Dasar dan catatan', 'Source and note']),
  ],
  uniques: { in_force: '(coalesce(branch, 0), effective_from)' },
  checks: {
    kader_window: 'kader_window_min <= kader_window_max',
    tele_window: 'tele_window_min <= tele_window_max',
    contact_hour: 'contact_hour_from < contact_hour_to',
    message_hour: 'message_hour_from < message_hour_to',
    zero_month: 'zero_month_warning <= zero_month_limit',
    instalment: 'instalment_min_months <= instalment_max_months',
  },
});
