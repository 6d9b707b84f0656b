/**
 * To whom several messages go at once, and what POST /kader-jkn/messages/audience and /send take and answer.
 * The single list of audiences: flows, the page "Pesan" and the endpoints choose from it.
 */
import type { MessageAbout } from './message-contexts.ts';
import type { DateText, Id, MonthText } from './records.ts';

/** `best`: a kader by e-mail where there is an address, else WhatsApp by hand; a family by WhatsApp */
export type AskedChannel = 'best' | 'email' | 'whatsapp' | 'sms' | 'letter';

/** What an audience can be narrowed by. Empty: everybody it names. */
export interface AudienceFilter {
  /** whole months owed now, both inclusive */
  months_from?: number | null;
  months_to?: number | null;
  /** desa */
  areas?: Id[];
  /** only these kader, or the families they hold */
  kader?: Id[];
  /** only these records of what the messages are about: families, promises, payments, statements … */
  ids?: Id[];
  /** of statements and months; empty: the newest closed one */
  month?: MonthText | null;
  /** of an invitation to a monev session */
  session?: Id | null;
  /** looked for in the last so many days, at most 31 */
  days?: number | null;
}

export type AudienceFilterField = keyof AudienceFilter;

/** In which language a text is; Indonesian first. */
export type Words = readonly [id: string, en: string];

export interface MessageAudience {
  label: Words;
  /** who is written to, and when the same flow writes again */
  help: Words;
  /** what its messages can be about; the template chosen decides which, the first is the usual one */
  about: readonly [MessageAbout, ...MessageAbout[]];
  to: 'kader' | 'family' | 'user';
  /** key of the reference template that fits */
  template: string;
  channels: readonly AskedChannel[];
  filters: readonly AudienceFilterField[];
  /** of these, must be told */
  needs: readonly AudienceFilterField[];
  /** false: flows only, never offered to a person */
  byPerson: boolean;
  /** what its notices say is made for each reader, and not written in the step of the flow */
  ownWords?: true;
}

const toKader = ['best', 'email', 'whatsapp', 'letter'] as const;
const toFamily = ['best', 'whatsapp', 'sms', 'letter'] as const;
const toUser = ['email'] as const;

export const messageAudiences = {
  families_in_arrears: {
    label: ['Keluarga yang menunggak', 'Families in arrears'],
    help: [
      'Keluarga binaan aktif yang masih menunggak, selain yang janji bayarnya belum lewat. Satu keluarga sekali sehari untuk templat yang sama.',
      'Active families that still owe dues, but for those whose promise to pay has not passed. One family once a day for the same template.',
    ],
    about: ['family'],
    to: 'family',
    template: 'arrears_reminder',
    channels: toFamily,
    filters: ['months_from', 'months_to', 'areas', 'kader', 'ids'],
    needs: [],
    byPerson: true,
  },
  promises_tomorrow: {
    label: ['Janji bayar besok', "Tomorrow's promises"],
    help: [
      'Keluarga yang berjanji membayar besok dan belum membayar. Satu janji sekali.',
      'Families that promised to pay tomorrow and have not paid. Each promise once.',
    ],
    about: ['promise'],
    to: 'family',
    template: 'promise_reminder',
    channels: toFamily,
    filters: ['kader', 'ids'],
    needs: [],
    byPerson: true,
  },
  families_assigned: {
    label: ['Keluarga yang baru dibagikan', 'Families newly assigned'],
    help: [
      'Keluarga aktif yang dipercayakan kepada seorang kader dalam 7 hari terakhir, atau sebanyak hari yang diisi. Satu keluarga sekali untuk setiap kader.',
      'Active families entrusted to a kader in the last 7 days, or as many as told. One family once for each kader.',
    ],
    about: ['family'],
    to: 'family',
    template: 'assignment',
    channels: toFamily,
    filters: ['kader', 'areas', 'ids', 'days'],
    needs: [],
    byPerson: true,
  },
  kader_given_families: {
    label: ['Kader yang baru diberi keluarga binaan', 'Kader newly given families'],
    help: [
      'Kader yang diberi keluarga binaan dalam 7 hari terakhir, atau sebanyak hari yang diisi. Satu kader sekali untuk setiap hari pembagian.',
      'Kader given families in the last 7 days, or as many as told. Each kader once for every day of sharing.',
    ],
    about: ['kader'],
    to: 'kader',
    template: 'new_families',
    channels: toKader,
    filters: ['kader', 'days'],
    needs: [],
    byPerson: true,
  },
  payments_received: {
    label: ['Pembayaran yang diterima', 'Payments received'],
    help: [
      'Keluarga yang pembayarannya tercatat dalam 2 hari terakhir, atau sebanyak hari yang diisi. Satu pembayaran sekali.',
      'Families whose payment was recorded in the last 2 days, or as many as told. Each payment once.',
    ],
    about: ['payment'],
    to: 'family',
    template: 'receipt',
    channels: toFamily,
    filters: ['kader', 'ids', 'days'],
    needs: [],
    byPerson: true,
  },
  kader_active: {
    label: ['Kader aktif', 'Active kader'],
    help: [
      'Semua kader yang aktif. Daftar mingguan sekali seminggu; surat dan pemberitahuan sekali sehari untuk templat yang sama.',
      'Every active kader. The weekly list once a week; letters and notices once a day for the same template.',
    ],
    about: ['week_list', 'kader', 'notice'],
    to: 'kader',
    template: 'week_list',
    channels: toKader,
    filters: ['kader'],
    needs: [],
    byPerson: true,
  },
  kader_welcome: {
    label: ['Kader yang baru bergabung', 'Kader who just joined'],
    help: [
      'Kader yang bergabung dalam 7 hari terakhir, atau sebanyak hari yang diisi. Satu kader sekali.',
      'Kader who joined in the last 7 days, or as many as told. Each kader once.',
    ],
    about: ['kader'],
    to: 'kader',
    template: 'welcome',
    channels: toKader,
    filters: ['kader', 'days'],
    needs: [],
    byPerson: true,
  },
  contract_anniversaries: {
    label: ['Ulang tahun kontrak', 'Anniversaries of contracts'],
    help: [
      'Kader aktif yang hari ini genap satu tahun atau lebih bermitra. Satu kader sekali setahun.',
      'Active kader who have been partners for a whole number of years today. Each kader once a year.',
    ],
    about: ['kader'],
    to: 'kader',
    template: 'contract_anniversary',
    channels: toKader,
    filters: ['kader'],
    needs: [],
    byPerson: true,
  },
  statements_ready: {
    label: ['Rincian imbal jasa bulan tertutup', 'Statements of a closed month'],
    help: [
      'Kader yang rincian imbal jasanya jadi dalam 31 hari terakhir, atau dari bulan yang diisi. Satu rincian sekali.',
      'Kader whose statement was made in the last 31 days, or of the month told. Each statement once.',
    ],
    about: ['statement'],
    to: 'kader',
    template: 'statement',
    channels: toKader,
    filters: ['month', 'kader', 'ids'],
    needs: [],
    byPerson: true,
  },
  warnings_new: {
    label: ['Peringatan baru', 'New warnings'],
    help: [
      'Kader yang diperingatkan dalam 7 hari terakhir. Satu peringatan sekali.',
      'Kader warned in the last 7 days. Each warning once.',
    ],
    about: ['warning'],
    to: 'kader',
    template: 'warning_1',
    channels: toKader,
    filters: ['kader', 'ids', 'days'],
    needs: [],
    byPerson: true,
  },
  reviews_opened: {
    label: ['Peninjauan yang baru dibuka', 'Reviews just opened'],
    help: [
      'Kader yang peninjauan kemitraannya dibuka dalam 7 hari terakhir dan belum diputus. Satu peninjauan sekali.',
      'Kader whose partnership review was opened in the last 7 days and is not decided. Each review once.',
    ],
    about: ['review'],
    to: 'kader',
    template: 'review_invitation',
    channels: toKader,
    filters: ['kader', 'ids', 'days'],
    needs: [],
    byPerson: true,
  },
  decisions_made: {
    label: ['Keputusan peninjauan', 'Decisions of reviews'],
    help: [
      'Kader yang peninjauan kemitraannya diputus dalam 7 hari terakhir. Satu keputusan sekali.',
      'Kader whose partnership review was decided in the last 7 days. Each decision once.',
    ],
    about: ['review'],
    to: 'kader',
    template: 'review_decision',
    channels: toKader,
    filters: ['kader', 'ids', 'days'],
    needs: [],
    byPerson: true,
  },
  awards_given: {
    label: ['Penghargaan yang diberikan', 'Awards given'],
    help: [
      'Kader yang penghargaannya dikukuhkan dalam 7 hari terakhir. Satu penghargaan sekali.',
      'Kader whose award was confirmed in the last 7 days. Each award once.',
    ],
    about: ['award'],
    to: 'kader',
    template: 'award',
    channels: toKader,
    filters: ['kader', 'ids', 'days'],
    needs: [],
    byPerson: true,
  },
  session_invited: {
    label: ['Undangan monev', 'Invitation to a monev session'],
    help: [
      'Kader yang diundang ke satu pertemuan monev. Satu kader sekali untuk setiap pertemuan.',
      'Kader invited to one monev session. Each kader once a session.',
    ],
    about: ['session'],
    to: 'kader',
    template: 'monev_invitation',
    channels: toKader,
    filters: ['session', 'kader'],
    needs: ['session'],
    byPerson: true,
  },
  months_to_close: {
    label: ['Bulan yang perlu ditutup', 'Months to close'],
    help: [
      'Kepala penagihan cabang yang bulan bukunya sudah lewat dan belum ditutup. Satu bulan sekali seminggu.',
      'Heads of collection whose month of the books is over and not closed. Each month once a week.',
    ],
    about: ['month'],
    to: 'user',
    template: 'close_reminder',
    channels: toUser,
    filters: ['month'],
    needs: [],
    byPerson: false,
  },
  month_summary: {
    label: ['Ringkasan bulan tertutup', 'Summary of a closed month'],
    help: [
      'Kepala penagihan cabang yang bulannya ditutup dalam 31 hari terakhir. Satu bulan sekali untuk setiap penutupan.',
      'Heads of collection whose month was closed in the last 31 days. Once for each close.',
    ],
    about: ['month'],
    to: 'user',
    template: 'month_summary',
    channels: toUser,
    filters: ['month'],
    needs: [],
    byPerson: false,
  },
  notices_unread: {
    label: ['Pemberitahuan yang belum dibaca', 'Notices not read yet'],
    help: [
      'Pengguna cabang yang mau menerima surel dan belum membaca pemberitahuan dari sehari terakhir. Sekali sehari.',
      'Users of the branch who want e-mail and have not read notices of the last day. Once a day.',
    ],
    about: ['notice'],
    to: 'user',
    template: 'notice',
    channels: toUser,
    filters: [],
    needs: [],
    byPerson: false,
    ownWords: true,
  },
  administrators: {
    label: ['Administrator', 'Administrators'],
    help: [
      'Administrator instans ini, dengan judul dan isi yang ditulis di langkah alur. Isi yang sama sekali sehari.',
      'Administrators of this instance, with the title and text written in the step of the flow. The same text once a day.',
    ],
    about: ['notice'],
    to: 'user',
    template: 'notice',
    channels: toUser,
    filters: [],
    needs: [],
    byPerson: false,
  },
} as const satisfies Record<string, MessageAudience>;

export type AudienceKey = keyof typeof messageAudiences;

/** What a message of about `notice` says; written by whoever sends it. */
export interface NoticeWords {
  title: string;
  text: string;
  lines?: string[];
}

/** POST /kader-jkn/messages/audience (counts and examples, nothing written) and /send (a batch). */
export interface AudienceRequest {
  audience: AudienceKey;
  /** key of a message_template */
  template: string;
  channel: AskedChannel;
  /** null: the caller's own branch */
  branch: Id | null;
  filter?: AudienceFilter;
  /** of a template about `notice` alone */
  notice?: NoticeWords;
  /** of /send: name of the batch; empty: made of template and day */
  name?: string | null;
}

/** What will become of the messages, before anything is written. */
export interface AudienceCounts {
  /** everybody that the audience names, those who had it already among them */
  named: number;
  /** had this message already: not sent again */
  repeated: number;
  /** goes out by itself */
  email: number;
  sms: number;
  /** for a person to hand over */
  whatsapp: number;
  letter: number;
  /** not sent, by `held_reason` */
  held: Partial<Record<string, number>>;
}

export interface AudienceExample {
  /** whom it goes to */
  name: string;
  channel: Exclude<AskedChannel, 'best'>;
  /** masked; null: none known */
  address: string | null;
  /** `queued`, `by_hand` or `held` */
  becomes: 'queued' | 'by_hand' | 'held';
  held_reason: string | null;
  subject: string | null;
  html: string | null;
  text: string | null;
}

/** Why a template cannot be used as it stands. */
export interface AudienceProblem {
  field: string | null;
  line: number | null;
  column: number | null;
  id: string;
  en: string;
}

export interface AudiencePreview {
  audience: AudienceKey;
  branch: Id;
  today: DateText;
  counts: AudienceCounts;
  /** counts are of the first so many named, where there are more; null: of all */
  counted_of_first: number | null;
  /** a head other than the sender must approve it */
  needs_approval: boolean;
  /** up to five, as they would be sent */
  examples: AudienceExample[];
  problems: AudienceProblem[];
}

export interface AudienceSent {
  /** null: there was nobody to write to */
  batch: Id | null;
  queued: number;
  repeated: number;
  status: 'waiting' | 'approved' | null;
}
