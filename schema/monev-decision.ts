import { choice, colour, date, defineCollection, longText, m2o, saved, user } from './define.ts';

const settled = { status: { _in: ['done', 'dropped'] } };

/** What a monev meeting decided: for all or about one kader, with an owner and a day. Open ones come back in the next session. */
export const monevDecision = defineCollection('monev_decision', {
  label: ['Keputusan monev', 'Monev decisions'],
  note: [
    'Keputusan rapat dengan penanggung jawab dan batas waktu. Yang belum selesai dibahas lagi pada sesi berikutnya.',
    'Decisions of the meeting with an owner and a day. Open ones are taken up again in the next session.',
  ],
  icon: 'task_alt',
  folder: 'jkn_monev',
  sort: 3,
  template: '{{text}}',
  fields: [
    m2o('session', ['Sesi monev', 'Monev session'], 'monev_session', {
      required: true,
      readonlyWhen: saved,
      template: '{{month}}',
      listedAs: 'decisions',
    }),
    m2o('kader', ['Kader', 'Kader'], 'kader', {
      template: '{{name}} · {{code}}',
      note: [
        'Kosong: untuk semua. Keputusan tentang seorang kader dibaca kader itu dan tidak tampil di layar ruangan.',
        'Empty: for all. A decision about one kader is read by that kader and not shown in the room.',
      ],
    }),
    longText('text', ['Keputusan', 'Decision'], { required: true }),
    user('owner', ['Penanggung jawab', 'Owner'], { starred: true }),
    date('due_on', ['Batas waktu', 'Due on'], { required: true }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'open', label: ['Terbuka', 'Open'], color: colour.amber },
        { value: 'done', label: ['Selesai', 'Done'], color: colour.blue },
        { value: 'dropped', label: ['Tidak dilanjutkan', 'Dropped'], color: colour.grey },
      ],
      { required: true, default: 'open' },
    ),
    date('done_on', ['Selesai pada', 'Settled on'], {
      shownWhen: settled,
      note: ['Kosong: hari ini.', 'Empty: today.'],
    }),
    longText('done_note', ['Hasil', 'Result'], {
      shownWhen: settled,
      note: ['Untuk yang tidak dilanjutkan: alasannya.', 'Of one that is dropped: why.'],
    }),
  ],
  indexes: {
    session: 'session',
    kader: '(kader) where kader is not null',
    open: "(session, due_on) where status = 'open'",
  },
  checks: {
    text: "btrim(text) <> ''",
    done_on: "(status = 'open') = (done_on is null)",
  },
});
