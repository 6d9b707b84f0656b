/**
 * Every refusal the bundle can give: code → HTTP status, the field it names, and its two texts with the way out.
 * Texts may hold {placeholders} filled from the error's extensions.
 */
import type { Refusal } from './refusal.ts';
import { arrearsRefusals } from './refusals/arrears.ts';
import { assignmentRefusals } from './refusals/assignments.ts';
import { audienceRefusals } from './refusals/audiences.ts';
import { contactRefusals } from './refusals/contacts.ts';
import { dayRefusals } from './refusals/day.ts';
import { familyRefusals } from './refusals/families.ts';
import { importRefusals } from './refusals/imports.ts';
import { lifeRefusals } from './refusals/life.ts';
import { listFileRefusals } from './refusals/list-file.ts';
import { messageRefusals } from './refusals/messages.ts';
import { moneyRefusals } from './refusals/money.ts';
import { operationRefusals } from './refusals/operations.ts';
import { reportRefusals } from './refusals/reports.ts';
import { sessionRefusals } from './refusals/session.ts';
import { templateRefusals } from './refusals/templates.ts';

/** What heads a refusal in the app: of which kind it is. The text below the title says the rest. */
export const refusalTitles: Readonly<Record<Refusal['status'], { id: string; en: string }>> = {
  400: { id: 'Periksa isian', en: 'Check what you entered' },
  403: { id: 'Tidak diperbolehkan', en: 'Not allowed' },
  404: { id: 'Tidak ditemukan', en: 'Not found' },
  409: { id: 'Tidak dapat dilakukan', en: 'This cannot be done' },
  422: { id: 'Periksa isian', en: 'Check what you entered' },
  503: { id: 'Belum dapat dipakai', en: 'Not ready yet' },
};

/** The params of refusals that are rupiah. */
export const rupiahParams: ReadonlySet<string> = new Set(['owed', 'limit', 'amount', 'reversed', 'left']);

export const refusals = {
  KADER_AMOUNT_INVALID: {
    status: 400,
    field: 'amount',
    id: 'Jumlah harus rupiah bulat di atas nol. Periksa kembali angkanya.',
    en: 'The amount must be whole rupiah above zero. Check the figure.',
  },
  KADER_AMOUNT_ABOVE_OWED: {
    status: 409,
    field: 'amount',
    id: 'Jumlah melebihi tunggakan ({owed}). Catat paling banyak sebesar itu sebagai tunggakan, dan sisanya sebagai iuran berjalan atau bayar di muka.',
    en: 'The amount is more than is owed ({owed}). Record at most that as arrears, and the rest as current dues or in advance.',
  },
  KADER_ADVANCE_ABOVE_LIMIT: {
    status: 409,
    field: 'amount',
    id: 'Iuran berjalan dan bayar di muka keluarga ini paling banyak {limit} lagi (iuran {months} bulan). Periksa apakah angkanya kelebihan nol.',
    en: 'This family can pay at most {limit} more as current dues or in advance (dues of {months} months). Check for a zero too many.',
  },
  KADER_PAID_AT_INVALID: {
    status: 400,
    field: 'paid_at',
    id: 'Waktu bayar tidak terbaca. Isi tanggal dan jam pembayaran.',
    en: 'The time of payment cannot be read. Give the date and time of payment.',
  },
  KADER_PAID_AT_FUTURE: {
    status: 400,
    field: 'paid_at',
    id: 'Waktu bayar berada di masa depan. Isi waktu pembayaran yang sebenarnya.',
    en: 'The time of payment lies in the future. Give the time it was really paid.',
  },
  KADER_BINAAN_UNKNOWN: {
    status: 404,
    field: 'binaan',
    id: 'Keluarga ini tidak ada atau bukan binaan Anda. Pilih keluarga dari daftar Anda.',
    en: 'This family does not exist or is not yours. Choose a family from your list.',
  },
  KADER_COLLECTION_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Penerimaan ini tidak ada atau bukan untuk Anda. Muat ulang daftarnya.',
    en: 'This collection does not exist or is not yours to see. Reload the list.',
  },
  KADER_VALUE_INVALID: {
    status: 400,
    field: null,
    id: 'Isi kolom {field} tidak dikenali. Pilih atau isi nilai yang diperbolehkan.',
    en: 'The value of field {field} is not known. Choose or give one that is allowed.',
  },
  KADER_RECORD_USED: {
    status: 409,
    field: null,
    id: 'Rekaman ini masih dipakai oleh {collection}, jadi tidak dapat dihapus. Akhiri atau arsipkan saja.',
    en: 'This record is still used by {collection}, so it cannot be deleted. End or archive it instead.',
  },
  KADER_REFERENCE_NOT_ID: {
    status: 400,
    field: null,
    id: 'Kolom {field} harus berisi nomor rekaman yang sudah ada, bukan data baru. Simpan rekaman itu lebih dulu.',
    en: 'Field {field} must hold the id of an existing record, not new data. Save that record first.',
  },
  KADER_REFERENCE_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Rekaman yang dipilih pada kolom {field} tidak ada atau bukan wewenang Anda. Pilih dari daftar yang Anda lihat.',
    en: 'The record chosen in field {field} does not exist or is not yours. Choose from the list that you see.',
  },
  KADER_NO_POLICY: {
    status: 409,
    field: 'paid_at',
    id: 'Belum ada kebijakan program yang berlaku pada {date}. Minta administrator menambahkannya.',
    en: 'No programme policy is in force on {date}. Ask the administrator to add one.',
  },
  KADER_NO_SCHEME: {
    status: 409,
    field: 'paid_at',
    id: 'Belum ada skema imbal jasa yang berlaku pada {date}. Minta administrator menambahkannya.',
    en: 'No commission scheme is in force on {date}. Ask the administrator to add one.',
  },
  KADER_NO_DUES: {
    status: 409,
    field: 'paid_at',
    id: 'Belum ada tarif iuran kelas {class} yang berlaku pada {date}. Minta administrator menambahkannya.',
    en: 'No dues rate of class {class} is in force on {date}. Ask the administrator to add one.',
  },
  KADER_DUPLICATE_REF: {
    status: 409,
    field: 'external_ref',
    id: 'Nomor bukti {external_ref} ({source}) sudah tercatat sebagai {standing}. Tidak ada yang dicatat lagi; bila ini pembayaran lain, beri nomor lain.',
    en: 'Reference {external_ref} ({source}) already stands as {standing}. Nothing was recorded again; if this is another payment, give another number.',
  },
  KADER_POSSIBLE_DUPLICATE: {
    status: 409,
    field: 'confirm_duplicate',
    id: 'Keluarga ini sudah membayar {amount} pada hari yang sama (penerimaan nomor {id}). Bila memang pembayaran kedua, centang konfirmasi dan simpan lagi.',
    en: 'This family already paid {amount} on the same day (collection {id}). If it really is a second payment, tick the confirmation and save again.',
  },
  KADER_RECORD_FIXED: {
    status: 409,
    field: null,
    id: 'Kolom {field} tidak dapat diubah setelah dicatat. Gunakan tombol Koreksi.',
    en: 'Field {field} cannot change once recorded. Use the Koreksi button.',
  },
  KADER_RECORD_KEPT: {
    status: 409,
    field: null,
    id: 'Catatan pembukuan tidak dihapus. Gunakan tombol Koreksi.',
    en: 'Records of the books are never deleted. Use the Koreksi button.',
  },
  KADER_HISTORY_KEPT: {
    status: 409,
    field: null,
    id: 'Riwayat status ditulis oleh basis data sendiri dan tidak dapat dibuat, diubah, atau dihapus. Ubah status catatannya.',
    en: 'The history is written by the database itself; it cannot be made, changed or deleted. Change the state of the record.',
  },
  KADER_NOT_PRICED: {
    status: 409,
    field: null,
    id: 'Penerimaan hanya dapat dicatat selama bundel Kader JKN aktif. Minta administrator mengaktifkannya.',
    en: 'Collections can only be recorded while the Kader JKN bundle is active. Ask the administrator to enable it.',
  },
  KADER_PERIOD_CLOSED: {
    status: 409,
    field: 'month',
    id: 'Bulan {month} sudah ditutup. Koreksi dilakukan dengan pembalikan di bulan yang masih terbuka.',
    en: 'Month {month} is closed. Correct it by a reversal in a month that is open.',
  },
  KADER_TRANSITION: {
    status: 409,
    field: 'status',
    id: 'Perubahan status dari {from} ke {to} tidak diperbolehkan.',
    en: 'A change of status from {from} to {to} is not allowed.',
  },
  KADER_SELF_VERIFY: {
    status: 403,
    field: 'status',
    id: 'Penerimaan harus diverifikasi oleh orang lain, bukan oleh yang mencatatnya.',
    en: 'A collection must be verified by somebody other than who recorded it.',
  },
  KADER_REASON_REQUIRED: {
    status: 400,
    field: 'void_reason',
    id: 'Tulis alasannya.',
    en: 'Give the reason.',
  },
  KADER_ALREADY_REVERSED: {
    status: 409,
    field: 'reverses',
    id: 'Yang masih dapat dibalik dari penerimaan ini {left} (sudah dibalik {reversed}). Isi paling banyak sebesar itu.',
    en: '{left} of this collection can still be reversed ({reversed} already was). Enter at most that.',
  },
  KADER_REVERSAL_INVALID: {
    status: 409,
    field: 'reverses',
    id: 'Penerimaan ini tidak dapat dibalik: {why}.',
    en: 'This collection cannot be reversed: {why}.',
  },
  KADER_MONTH_NOT_ENDED: {
    status: 409,
    field: 'month',
    id: 'Bulan {month} belum berakhir. Tutup bulan setelah tanggal terakhirnya lewat.',
    en: 'Month {month} has not ended. Close it after its last day.',
  },
  KADER_MONTH_ORDER: {
    status: 409,
    field: 'month',
    id: 'Bulan ditutup berurutan. Tutup {month} lebih dulu.',
    en: 'Months close in order. Close {month} first.',
  },
  KADER_MONTH_BUSY: {
    status: 409,
    field: 'month',
    id: 'Bulan ini sedang dikerjakan orang lain. Tunggu sebentar lalu muat ulang.',
    en: 'Somebody else is working on this month. Wait a moment and reload.',
  },
  KADER_MONTH_CLOSED_ALREADY: {
    status: 409,
    field: 'month',
    id: 'Bulan {month} sudah ditutup. Tidak ada yang berubah; muat ulang halaman untuk melihat hasilnya.',
    en: 'Month {month} is already closed. Nothing changed; reload the page to see the result.',
  },
  KADER_MONTH_SEQUENCE: {
    status: 409,
    field: 'month',
    id: 'Bulan buku dibuat berurutan. Bulan berikutnya adalah {month}.',
    en: 'Months of the books are made in order. The next one is {month}.',
  },
  KADER_CLOSE_BY_BUTTON: {
    status: 409,
    field: 'status',
    id: 'Bulan {month} hanya ditutup lewat tombol "Tutup bulan", yang juga membuat imbal jasa kader. Gunakan tombol itu.',
    en: 'Month {month} is closed with the button "Tutup bulan" only, which also makes the statements. Use that button.',
  },
  KADER_PERSON_REQUIRED: {
    status: 403,
    field: 'status',
    id: 'Menyetujui, membayar, dan membuka kembali dilakukan seseorang dengan akunnya sendiri, bukan oleh proses. Masuk lalu ulangi.',
    en: 'Approving, paying and reopening are done by a person with their own account, not by a process. Sign in and try again.',
  },
  KADER_FOUR_EYES: {
    status: 403,
    field: 'status',
    id: 'Yang menutup {month} tidak boleh menyetujuinya. Minta kepala penagihan lain atau administrator menyetujui.',
    en: 'Whoever closed {month} may not approve it. Ask another head of collection or an administrator to approve.',
  },
  KADER_PAYMENT_REFERENCE: {
    status: 400,
    field: 'payment_reference',
    id: 'Isi nomor bukti dari bank untuk pembayaran {month}.',
    en: "Give the bank's reference for the payment of {month}.",
  },
  KADER_PAID_ON_INVALID: {
    status: 400,
    field: 'paid_on',
    id: 'Isi tanggal bank membayar: setelah {month} berakhir, dan tidak di masa depan.',
    en: 'Give the day on which the bank paid: after {month} has ended, and not in the future.',
  },
  KADER_REOPEN_REFUSED: {
    status: 409,
    field: 'status',
    id: 'Bulan {month} tidak dapat dibuka kembali: {why}.',
    en: 'Month {month} cannot be opened again: {why}.',
  },
  KADER_REOPEN_BY_BUTTON: {
    status: 409,
    field: 'status',
    id: 'Bulan {month} hanya dibuka kembali lewat tombol "Buka kembali", yang menanyakan alasannya. Gunakan tombol itu.',
    en: 'Month {month} is opened again with the button "Buka kembali" only, which asks for the reason. Use that button.',
  },
  KADER_PAYOUT_NOT_APPROVED: {
    status: 409,
    field: 'status',
    id: 'Berkas pembayaran {month} tersedia setelah bulan itu disetujui.',
    en: 'The payout file of {month} is there once that month is approved.',
  },
  KADER_PERIOD_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Bulan buku ini tidak ada atau bukan milik cabang Anda. Pilih bulan dari daftar.',
    en: 'This month of the books does not exist or is not of your branch. Choose one from the list.',
  },
  KADER_SCHEME_GAP: {
    status: 422,
    field: 'rules',
    id: 'Aturan skema tidak mencakup {from} sampai {to} bulan. Tambahkan aturan untuk rentang itu.',
    en: 'The rules do not cover {from} to {to} months. Add a rule for that band.',
  },
  KADER_SCHEME_OVERLAP: {
    status: 422,
    field: 'rules',
    id: 'Dua aturan sama-sama berlaku untuk {from} bulan. Ubah batasnya agar tidak tumpang tindih.',
    en: 'Two rules both apply at {from} months. Change their bounds so that they do not overlap.',
  },
  KADER_SCHEME_RULE_INVALID: {
    status: 422,
    field: 'rules',
    id: 'Aturan {rule} belum lengkap atau salah: {why}.',
    en: 'Rule {rule} is incomplete or wrong: {why}.',
  },
  KADER_SCHEME_IN_USE: {
    status: 409,
    field: 'status',
    id: 'Skema yang sudah dipakai tidak diubah atau diarsipkan. Tekan "Buat pengganti": salinannya dapat diubah dan berlaku sejak tanggal baru.',
    en: 'A scheme in use is not changed or archived. Press "Make a successor": the copy can be changed and holds from a new date.',
  },
  KADER_SCHEME_PAST: {
    status: 409,
    field: 'effective_from',
    id: 'Sejak tanggal itu sudah ada imbal jasa yang dihitung dengan skema "{scheme}", dan yang sudah dihitung tidak berubah. Pilih {date} atau sesudahnya.',
    en: 'Since that date imbal jasa was already reckoned by the scheme "{scheme}", and what is reckoned does not change. Choose {date} or later.',
  },
  KADER_SCHEME_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Skema ini tidak ada atau bukan untuk cabang Anda. Pilih skema dari daftar.',
    en: 'This scheme does not exist or is not for your branch. Choose one from the list.',
  },
  KADER_WINDOW_INVALID: {
    status: 422,
    field: null,
    id: 'Batas bawah {field} lebih besar dari batas atasnya. Tukar atau kosongkan salah satu.',
    en: 'The lower bound of {field} is above its upper bound. Swap them or leave one empty.',
  },
  KADER_DISTRICT_MISMATCH: {
    status: 409,
    field: 'area',
    id: 'Desa ini tidak terletak di kecamatan kader ({district}). Pilih desa lain atau izinkan beberapa kecamatan di kebijakan program.',
    en: "This desa does not lie in the kader's kecamatan ({district}). Choose another, or allow several in the programme policy.",
  },
  KADER_AREA_LEVEL: {
    status: 400,
    field: 'area',
    id: 'Pilih wilayah pada tingkat {level}.',
    en: 'Choose an area of level {level}.',
  },
  KADER_ENDED: {
    status: 409,
    field: 'kader',
    id: 'Kemitraan kader ini berakhir pada {date}. Pilih kader lain atau tanggal sebelum itu.',
    en: "This kader's partnership ended on {date}. Choose another kader or a date before it.",
  },
  KADER_ASSIGNMENT_OVERLAP: {
    status: 409,
    field: 'from_date',
    id: 'Keluarga ini sudah dipegang kader lain pada tanggal itu. Akhiri penugasan lama lebih dulu.',
    en: 'This family is held by another kader on that date. End the earlier assignment first.',
  },
  KADER_BRANCH_MISMATCH: {
    status: 409,
    field: 'branch',
    id: 'Keluarga, kader, dan kantor cabang tidak sama. Pilih yang berasal dari cabang yang sama.',
    en: 'Family, kader and branch do not belong together. Choose ones of the same branch.',
  },
  KADER_ANSWER_REQUIRED: {
    status: 409,
    field: 'decision',
    id: 'Keputusan baru dapat disimpan setelah jawaban kader dicatat, atau setelah batas waktu jawabannya lewat ({date}).',
    en: "A decision can be saved once the kader's answer is recorded, or after its due date has passed ({date}).",
  },
  KADER_ADJUSTMENT_INVALID: {
    status: 400,
    field: 'amount',
    id: 'Koreksi harus rupiah bulat, bukan nol, dan paling banyak {amount} ditambah atau ditarik. Periksa kembali angkanya.',
    en: 'A correction must be whole rupiah, not zero, and at most {amount} up or down. Check the figure.',
  },
  KADER_ADJUSTMENT_PAID: {
    status: 409,
    field: 'status',
    id: 'Koreksi ini sudah masuk imbal jasa {month} yang sudah ditutup. Catat koreksi baru dengan jumlah sebaliknya.',
    en: 'This correction is part of the commission of {month}, which is closed. Record a new one of the opposite amount.',
  },
  KADER_ADJUSTMENT_ANSWERS: {
    status: 409,
    field: 'status',
    id: 'Koreksi ini menjawab sanggahan nomor {id}, jadi tidak dibatalkan. Perbaiki dengan catatan baru yang sebaliknya.',
    en: 'This correction answers dispute {id}, so it is not voided. Mend it with a new record of the opposite.',
  },
  KADER_OWN_PAY: {
    status: 403,
    field: 'kader',
    id: 'Imbal jasa Anda sendiri tidak Anda koreksi. Minta kepala penagihan lain atau administrator.',
    en: 'You do not correct your own commission. Ask another head of collection or an administrator.',
  },
  KADER_CORRECTION_MOVED: {
    status: 409,
    field: null,
    id: 'Bulan {month} baru saja ditutup, jadi koreksinya sekarang masuk ke bulan lain. Periksa lagi, lalu simpan.',
    en: '{month} has just been closed, so the correction now goes to another month. Look again, then save.',
  },
  KADER_TEXT_TOO_LONG: {
    status: 400,
    field: null,
    id: 'Kolom {field} terlalu panjang. Tulis paling banyak {most} huruf.',
    en: 'Field {field} is too long. Write at most {most} characters.',
  },
  KADER_STATEMENT_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Rincian imbal jasa ini tidak ada atau bukan untuk Anda. Muat ulang daftarnya.',
    en: 'This statement does not exist or is not yours to see. Reload the list.',
  },
  KADER_DISPUTE_UNKNOWN: {
    status: 404,
    field: null,
    id: 'Sanggahan ini tidak ada atau bukan untuk Anda. Muat ulang halamannya.',
    en: 'This dispute does not exist or is not yours to see. Reload the page.',
  },
  KADER_DISPUTE_STATEMENT: {
    status: 404,
    field: 'statement',
    id: 'Imbal jasa ini tidak ada atau bukan milik Anda. Pertanyakan imbal jasa Anda sendiri.',
    en: 'This statement does not exist or is not yours. Question a statement of your own.',
  },
  KADER_DISPUTE_EARLY: {
    status: 409,
    field: 'statement',
    id: 'Imbal jasa {month} masih rancangan. Sampaikan sanggahan setelah bulan itu ditutup.',
    en: 'The statement of {month} is still a draft. Question it once that month is closed.',
  },
  KADER_DISPUTE_LINE: {
    status: 400,
    field: 'line_label',
    id: 'Baris ini tidak ada pada perhitungannya. Muat ulang halamannya, lalu pilih salah satu barisnya.',
    en: 'The statement has no such line. Reload the page and choose one of its lines.',
  },
  KADER_DISPUTE_QUESTION: {
    status: 400,
    field: 'question',
    id: 'Tulis apa yang dipertanyakan.',
    en: 'Write what is questioned.',
  },
  KADER_DISPUTE_OPEN: {
    status: 409,
    field: 'line_label',
    id: 'Baris ini sudah dipertanyakan (sanggahan nomor {id}). Tunggu jawabannya, atau tarik dahulu.',
    en: 'This line is questioned already (dispute {id}). Await its answer, or withdraw it first.',
  },
  KADER_DISPUTE_ANSWER: {
    status: 400,
    field: 'answer',
    id: 'Tulis jawaban untuk kader.',
    en: 'Write an answer to the kader.',
  },
  KADER_DISPUTE_CORRECTION: {
    status: 409,
    field: 'status',
    id: 'Sanggahan diterima bersama koreksinya: gunakan tombol "Terima" dan isi koreksinya. Bila sudah dikoreksi, tolak dengan penjelasan.',
    en: 'A dispute is accepted together with its correction: use the button "Accept" and give the correction. If it is corrected already, decline and explain.',
  },
  KADER_DISPUTE_COLLECTION: {
    status: 409,
    field: 'collection',
    id: 'Penerimaan ini tidak dikreditkan kepada kader yang bertanya. Pilih penerimaan miliknya.',
    en: 'This collection is not credited to the kader who asks. Choose one that is.',
  },
  KADER_DISPUTE_ENDED: {
    status: 409,
    field: 'status',
    id: 'Sanggahan nomor {id} sudah selesai. Tidak ada yang berubah; muat ulang halamannya.',
    en: 'Dispute {id} has ended already. Nothing changed; reload the page.',
  },
  KADER_DISPUTE_OWN: {
    status: 403,
    field: 'status',
    id: 'Sanggahan Anda sendiri dijawab orang lain. Minta kepala penagihan lain atau administrator.',
    en: 'Your own dispute is answered by somebody else. Ask another head of collection or an administrator.',
  },
  KADER_NOT_ALLOWED: {
    status: 403,
    field: null,
    id: 'Peran Anda tidak boleh melakukan ini. Hubungi kepala penagihan.',
    en: 'Your role may not do this. Ask the head of collection.',
  },
  KADER_USER_LINK: {
    status: 403,
    field: null,
    id: 'Cabang dan kader seorang pengguna hanya diubah oleh administrator.',
    en: "A user's branch and kader are changed by an administrator only.",
  },
  KADER_QUERY_INVALID: {
    status: 400,
    field: null,
    id: 'Parameter {field} tidak terbaca: {why}.',
    en: 'Parameter {field} cannot be read: {why}.',
  },
  KADER_NOT_INSTALLED: {
    status: 503,
    field: null,
    id: 'Kader JKN belum terpasang di basis data ini. Jalankan: npx directus kader-jkn install',
    en: 'Kader JKN is not installed in this database. Run: npx directus kader-jkn install',
  },
  ...arrearsRefusals,
  ...assignmentRefusals,
  ...contactRefusals,
  ...lifeRefusals,
  ...importRefusals,
  ...familyRefusals,
  ...listFileRefusals,
  ...messageRefusals,
  ...moneyRefusals,
  ...operationRefusals,
  ...reportRefusals,
  ...dayRefusals,
  ...sessionRefusals,
  ...audienceRefusals,
  ...templateRefusals,
} as const satisfies Record<string, Refusal>;

export type RefusalCode = keyof typeof refusals;
