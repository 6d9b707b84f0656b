import type { Knex } from 'knex';

export interface KeptLives {
  /** kader whose leave began or ended */
  leaves: number;
  /** contracts of whose end a head was told */
  contracts: number;
  /** complaints of whose delay a head was told */
  complaints: number;
}

const contractsQuestion = `
  with ending as (
    update kader k set renewal_noticed_to = k.contract_to
    from branch b, kader_policy_in_force(b.id, (now() at time zone b.timezone)::date) p
    where b.id = k.branch and b.status = 'active' and k.status in ('active', 'on_leave')
      and k.contract_to <= (now() at time zone b.timezone)::date + p.renewal_notice_days
      and k.renewal_noticed_to is distinct from k.contract_to
    returning k.id, k.name, k.branch, k.contract_to
  )
  select count(*)::integer as told, count(kader_tell_heads(e.branch, e.id, null, 'kader', e.id,
    'Kontrak ' || e.name || ' berakhir ' || to_char(e.contract_to, 'DD-MM-YYYY'),
    'The contract of ' || e.name || ' ends on ' || to_char(e.contract_to, 'DD-MM-YYYY'),
    'Bicarakan dengan kader ini, lalu perpanjang kontraknya atau akhiri kemitraannya. Tidak ada yang berubah dengan sendirinya.',
    'Talk with the kader, then renew the contract or end the partnership. Nothing changes by itself.'))
  from ending e`;

const complaintsQuestion = `
  with late as (
    update complaint c set overdue_noticed_on = (now() at time zone b.timezone)::date
    from branch b, complaint_category g
    where b.id = c.branch and g.id = c.category and c.status in ('open', 'in_progress')
      and c.due_on < (now() at time zone b.timezone)::date and c.overdue_noticed_on is null
    returning c.id, c.branch, c.about_kader, c.due_on, g.name
  )
  select count(*)::integer as told, count(kader_tell_heads(l.branch, l.about_kader, null, 'complaint', l.id,
    'Lewat batas: ' || l.name, 'Overdue: ' || l.name,
    'Seharusnya dijawab paling lambat ' || to_char(l.due_on, 'DD-MM-YYYY') || '. Buka catatannya dan jawab.',
    'It was to be answered by ' || to_char(l.due_on, 'DD-MM-YYYY') || '. Open the record and answer it.'))
  from late l`;

/**
 * Hourly upkeep of lives: the status of leave follows its days, and heads are told once of a contract that ends within the
 * policy's days and of a complaint that is overdue. Nothing else changes: a person decides.
 */
export async function keepLives(database: Knex): Promise<KeptLives> {
  const { rows } = await database.raw<{ rows: [{ changed: number }] }>(
    'select kader_refresh_leaves(null, false) as changed',
  );
  return {
    leaves: rows[0].changed,
    contracts: await toldOf(database, contractsQuestion),
    complaints: await toldOf(database, complaintsQuestion),
  };
}

async function toldOf(database: Knex, question: string): Promise<number> {
  const { rows } = await database.raw<{ rows: [{ told: number }] }>(question);
  return rows[0].told;
}
