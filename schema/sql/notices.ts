import type { SqlDefinition } from '../types.ts';

type Event = 'insert' | 'update';

/** A trigger that tells of a row after it was written; `body` sees old and new and ends by itself. */
function noticeAfter(table: string, events: readonly Event[], body: string): SqlDefinition {
  const name = `kader_${table}_notice`;
  return {
    name,
    kind: 'trigger',
    sql: `
create or replace function ${name}() returns trigger language plpgsql as $$
${body.trim()}
  return null;
end $$;
${events
  .map(
    (event) => `create or replace trigger ${name}_${event} after ${event} on ${table}
  for each row execute function ${name}();`,
  )
  .join('\n')}`,
  };
}

/** Who is told of what, in the transaction that brings it about. What somebody did themselves is no news to them. */
export const noticesSql: SqlDefinition[] = [
  // The kader is told of each step of a review of their partnership, the heads of what waits for them.
  noticeAfter(
    'partnership_review',
    ['insert', 'update'],
    `
declare
  is_opened boolean := tg_op = 'INSERT' or (old.status = 'withdrawn' and new.status in ('open', 'answered'));
  step text := case when tg_op = 'UPDATE' and new.status is distinct from old.status then new.status end;
  partner text;
begin
  if is_opened then
    select k.name into partner from kader k where k.id = new.kader;
    perform kader_tell(kader_accounts(new.kader), 'partnership_review', new.id,
      'Kemitraan Anda ditinjau', 'Your partnership is under review',
      'Baca buktinya dan tulis jawaban Anda' || coalesce(' paling lambat ' || kader_day_words(new.due_on, false), '')
        || '. Jawaban itu dibaca sebelum ada keputusan.',
      'Read the evidence and write your answer' || coalesce(' by ' || kader_day_words(new.due_on, true), '')
        || '. It is read before anything is decided.');
    perform kader_tell_heads(new.branch, new.kader,
      case when tg_op = 'INSERT' then new.user_created else new.user_updated end, 'partnership_review', new.id,
      'Peninjauan kemitraan dibuka: ' || partner, 'A partnership review is opened: ' || partner,
      'Kader menjawab lebih dahulu' || coalesce(', paling lambat ' || kader_day_words(new.due_on, false), '') || '.',
      'The kader answers first' || coalesce(', by ' || kader_day_words(new.due_on, true), '') || '.');
  elsif step = 'answered' then
    select k.name into partner from kader k where k.id = new.kader;
    perform kader_tell_heads(new.branch, new.kader, new.answered_by, 'partnership_review', new.id,
      'Peninjauan kemitraan dijawab: ' || partner, 'A partnership review is answered: ' || partner,
      'Baca jawabannya, lalu putuskan.', 'Read the answer, then decide.');
  elsif step = 'decided' then
    perform kader_tell(kader_accounts(new.kader), 'partnership_review', new.id,
      'Keputusan peninjauan kemitraan Anda', 'The decision on your partnership',
      case new.decision
        when 'continue' then 'Kemitraan Anda dilanjutkan.'
        when 'extend' then 'Kemitraan Anda dilanjutkan dan Anda diberi waktu.'
        when 'warn' then 'Kemitraan Anda dilanjutkan dengan peringatan.'
        else 'Kemitraan Anda berakhir.' end || ' Surat keputusannya dapat diunduh.',
      case new.decision
        when 'continue' then 'Your partnership goes on.'
        when 'extend' then 'Your partnership goes on and you are given time.'
        when 'warn' then 'Your partnership goes on with a warning.'
        else 'Your partnership ends.' end || ' Its letter can be downloaded.');
  elsif step = 'withdrawn' then
    perform kader_tell(kader_accounts(new.kader), 'partnership_review', new.id,
      'Peninjauan kemitraan Anda dihentikan', 'The review of your partnership is withdrawn',
      'Anda tidak perlu menjawab lagi.', 'You need not answer any more.');
  end if;`,
  ),
  // Heads are told of a question, but not one who asks about their own pay; the kader of its answer.
  noticeAfter(
    'dispute',
    ['insert', 'update'],
    `
declare
  asker text;
  of_month text;
begin
  if tg_op = 'UPDATE' and (new.status = old.status or new.status not in ('accepted', 'declined')) then
    return null;
  end if;
  select k.name, s.month into asker, of_month from commission s join kader k on k.id = s.kader where s.id = new.statement;
  if tg_op = 'INSERT' then
    perform kader_tell_heads(new.branch, new.kader, new.user_created, 'dispute', new.id,
      asker || ' mempertanyakan imbal jasa ' || kader_month_words(of_month, false),
      asker || ' questions the statement of ' || kader_month_words(of_month, true),
      'Baris: ' || new.line_label || '. Buka sanggahannya untuk membaca dan menjawab.',
      'Line: ' || new.line_label_en || '. Open the dispute to read and answer it.');
  else
    perform kader_tell(kader_accounts(new.kader), 'dispute', new.id,
      'Sanggahan Anda atas imbal jasa ' || kader_month_words(of_month, false)
        || case new.status when 'accepted' then ' diterima dan dikoreksi' else ' sudah dijawab' end,
      'Your question about ' || kader_month_words(of_month, true)
        || case new.status when 'accepted' then ' is accepted and corrected' else ' is answered' end,
      'Baris: ' || new.line_label || '. Buka sanggahannya untuk membaca jawabannya.',
      'Line: ' || new.line_label_en || '. Open the dispute to read the answer.');
  end if;`,
  ),
  // Heads are told that somebody asks to leave a family alone; whoever asked, how it was decided.
  noticeAfter(
    'mute',
    ['insert', 'update'],
    `
declare
  family text;
begin
  if tg_op = 'UPDATE' and (new.status = old.status or new.status not in ('approved', 'declined')) then
    return null;
  end if;
  select f.head_name into family from binaan f where f.id = new.binaan;
  if tg_op = 'INSERT' then
    perform kader_tell_heads(new.branch, null, new.asked_by, 'mute', new.id,
      'Jeda kontak diminta: ' || family, 'A mute is asked for: ' || family,
      'Buka untuk menyetujui atau menolak.', 'Open it to approve or decline.');
  elsif new.status = 'approved' then
    perform kader_tell(array[new.asked_by], 'mute', new.id,
      'Jeda kontak ' || family || ' disetujui', 'The mute of ' || family || ' is approved',
      'Tidak ada yang menghubungi keluarga ini sampai jedanya selesai.', 'Nobody contacts this family until it is over.');
  else
    perform kader_tell(array[new.asked_by], 'mute', new.id,
      'Jeda kontak ' || family || ' ditolak', 'The mute of ' || family || ' is declined',
      'Buka untuk membaca alasannya.', 'Open it to read why.');
  end if;`,
  ),
  // The office is told of each step of a month, whoever closed it of what came of it, and each kader of their own statement.
  noticeAfter(
    'period',
    ['update'],
    `
declare
  office uuid[];
  branch_name text;
  month_id text := kader_month_words(new.month, false);
  month_en text := kader_month_words(new.month, true);
begin
  if new.status = old.status then
    return null;
  end if;
  office := kader_office(new.branch);
  select b.name into branch_name from branch b where b.id = new.branch;
  if new.status = 'closed' then
    perform kader_tell(office || new.closed_by, 'period', new.id,
      branch_name || ': ' || month_id || ' sudah ditutup', branch_name || ': ' || month_en || ' is closed',
      'Perhitungan imbal jasa dibuat: ' || new.kader_count || '. Peringatan: ' || new.warnings_given
        || '. Peninjauan dibuka: ' || new.reviews_opened || '.',
      'Statements made: ' || new.kader_count || '. Warnings: ' || new.warnings_given
        || '. Reviews opened: ' || new.reviews_opened || '.');
    perform kader_tell(array[u.id], 'commission', s.id,
      'Perhitungan imbal jasa ' || month_id || ' sudah jadi', 'Your statement of ' || month_en || ' is ready',
      'Periksa baris-barisnya. Bila ada yang keliru, tanyakan dari perhitungan itu.',
      'Look at its lines. If one is wrong, ask about it from the statement.')
      from commission s join directus_users u on u.kader = s.kader
      where s.period = new.id;
  elsif new.status = 'approved' then
    perform kader_tell(array_remove(office, new.approved_by), 'period', new.id,
      branch_name || ': imbal jasa ' || month_id || ' disetujui', branch_name || ': the statements of ' || month_en || ' are approved',
      'Berkas pembayaran dapat dibuat.', 'The payment file can be made.');
  elsif new.status = 'paid' then
    perform kader_tell(array[u.id], 'commission', s.id,
      'Imbal jasa ' || month_id || ' sudah dibayar', 'Your pay of ' || month_en || ' has been paid',
      'Tanggal transfer: ' || kader_day_words(new.paid_on, false) || '.',
      'Transferred on ' || kader_day_words(new.paid_on, true) || '.')
      from commission s join directus_users u on u.kader = s.kader
      where s.period = new.id and s.net > 0;
  elsif new.status = 'open' then
    perform kader_tell(array_remove(office, new.reopened_by), 'period', new.id,
      branch_name || ': ' || month_id || ' dibuka lagi', branch_name || ': ' || month_en || ' is open again',
      'Alasan: ' || new.reopened_reason, 'Reason: ' || new.reopened_reason);
  end if;`,
  ),
  // Whoever started an import is told how it ended.
  noticeAfter(
    'import_batch',
    ['update'],
    `
begin
  if new.status = old.status or new.status not in ('done', 'failed') then
    return null;
  end if;
  perform kader_tell(array[coalesce(new.started_by, new.user_created)], 'import_batch', new.id,
    'Daftar per ' || kader_day_words(new.as_of, false) || case new.status when 'done' then ' sudah masuk' else ' gagal dimasukkan' end,
    'The list as of ' || kader_day_words(new.as_of, true) || case new.status when 'done' then ' is taken in' else ' could not be taken in' end,
    case new.status when 'done'
      then 'Keluarga baru: ' || new.rows_new || '. Diperbarui: ' || new.rows_updated || '. Baris ditolak: ' || new.rows_bad || '.'
      else new.message end,
    case new.status when 'done'
      then 'New families: ' || new.rows_new || '. Updated: ' || new.rows_updated || '. Rows refused: ' || new.rows_bad || '.'
      else coalesce(new.message_en, new.message) end);`,
  ),
  // Its words may be about one kader: they are read at the decision itself.
  noticeAfter(
    'monev_decision',
    ['insert', 'update'],
    `
declare
  of_month text;
begin
  if new.status <> 'open' or new.owner is null or (tg_op = 'UPDATE' and new.owner is not distinct from old.owner)
    or new.owner is not distinct from (case when tg_op = 'INSERT' then new.user_created else new.user_updated end) then
    return null;
  end if;
  select s.month into of_month from monev_session s where s.id = new.session;
  perform kader_tell(array[new.owner], 'monev_decision', new.id,
    'Anda penanggung jawab satu keputusan monev ' || kader_month_words(of_month, false),
    'A decision of the monev of ' || kader_month_words(of_month, true) || ' is yours to carry out',
    'Batas waktu ' || kader_day_words(new.due_on, false) || '. Buka untuk membacanya.',
    'Due on ' || kader_day_words(new.due_on, true) || '. Open it to read it.');`,
  ),
  noticeAfter(
    'award',
    ['insert'],
    `
begin
  perform kader_tell(kader_accounts(new.kader), 'award', new.id,
    'Penghargaan untuk Anda: ' || new.title, 'An award for you: ' || new.title,
    'Piagamnya dapat diunduh.', 'Its certificate can be downloaded.');`,
  ),
  // A batch waits for a head other than who asked, or for an administrator where there is none; who asked learns the answer.
  noticeAfter(
    'message_batch',
    ['insert', 'update'],
    `
declare
  deciders uuid[];
begin
  if tg_op = 'UPDATE' and new.status = old.status then
    return null;
  end if;
  if new.status = 'waiting' then
    deciders := array_remove(kader_heads(new.branch, null), new.asked_by);
    if cardinality(deciders) = 0 then
      deciders := array_remove(kader_administrators(), new.asked_by);
    end if;
    perform kader_tell(deciders, 'message_batch', new.id,
      'Kiriman menunggu persetujuan: ' || new.name, 'A batch of messages waits for approval: ' || new.name,
      'Baca isinya dan penerimanya, lalu setujui atau tolak. Belum ada yang terkirim.',
      'Read what it says and to whom, then approve or decline. Nothing is sent yet.');
  elsif tg_op = 'UPDATE' and new.status in ('approved', 'declined') and new.asked_by is distinct from new.decided_by then
    perform kader_tell(array[new.asked_by], 'message_batch', new.id,
      'Kiriman ' || case new.status when 'approved' then 'disetujui: ' else 'ditolak: ' end || new.name,
      'The batch is ' || new.status || ': ' || new.name,
      coalesce('Alasan: ' || new.decision_note,
        case new.status when 'approved' then 'Pesannya segera berangkat.' else 'Tidak ada yang terkirim.' end),
      coalesce('Reason: ' || new.decision_note,
        case new.status when 'approved' then 'Its messages go out now.' else 'Nothing was sent.' end));
  end if;`,
  ),
  // The office is told once a day that messages did not get through: the page names each, with what can be done.
  noticeAfter(
    'message',
    ['update'],
    `
declare
  since timestamptz;
  office uuid[];
begin
  if new.status = old.status or new.status not in ('failed', 'unsure', 'bounced') then
    return null;
  end if;
  -- one at a time, so that the second sees what the first said
  perform pg_advisory_xact_lock(hashtextextended('kader message notice ' || coalesce(new.branch, 0), 0));
  select date_trunc('day', now(), coalesce((select b.timezone from branch b where b.id = new.branch), 'Asia/Jakarta')) into since;
  office := kader_office(new.branch);
  if cardinality(office) = 0 then
    office := kader_administrators();
  end if;
  perform kader_tell(array(
      select r.id from unnest(office) as r (id) where not exists (
        select from directus_notifications n
        where n.recipient = r.id and n.collection = 'message' and n.timestamp >= since)),
    'message', new.id,
    'Ada pesan yang tidak sampai', 'Messages did not get through',
    'Halaman Pesan, bagian Perlu perhatian, menyebut setiap pesan, sebabnya, dan apa yang dapat dilakukan.',
    'The page Messages, under Needs attention, names each message, why, and what can be done.');`,
  ),
];
