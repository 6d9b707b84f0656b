import type { Knex } from 'knex';
import type { Dispute } from '../../contract/records.ts';
import { inChunks } from './chunks.ts';
import { type Difference, differences } from './difference.ts';

type Row = Pick<Dispute, 'id' | 'status' | 'kader' | 'branch' | 'line_label' | 'line_label_en' | 'line_amount'> &
  Pick<Dispute, 'adjustment' | 'collection'> & {
    stated: Pick<Dispute, 'kader' | 'branch'>;
    /** the questioned line as the statement has it now; null: it has no such line */
    line: { label: string; label_en: string; amount: number } | null;
    /** the month was closed anew since: the line may read otherwise by now */
    restated: boolean;
    /** the correction is recorded, for the kader who asked, as the answer to this dispute */
    adjusted: boolean;
    /** the collection is the kader's own, and was voided or is a reversal */
    taken_back: boolean;
  };

// A month that is opened again while a kader asks bears the moment at which that began, a little before the question.
const question = `
  select d.id, d.status, d.kader, d.branch, d.line_label, d.line_label_en, d.line_amount, d.adjustment, d.collection,
    jsonb_build_object('kader', s.kader, 'branch', s.branch) as stated,
    case d.line_kind
      when 'total' then jsonb_build_object('label', 'Diterima kader', 'label_en', 'Net', 'amount', s.net)
      else (
        select l from jsonb_array_elements(s.lines::jsonb) l
        where l ->> 'kind' = d.line_kind
        order by l ->> 'label' = d.line_label desc, (l ->> 'amount')::integer = d.line_amount desc
        limit 1)
    end as line,
    exists (
      select from state_change r
      where r.statement = s.id and r.to_status = 'draft' and r.changed_at >= d.date_created - interval '1 minute') as restated,
    exists (
      select from commission_adjustment a
      where a.id = d.adjustment and a.kader = d.kader and a.dispute = d.id and a.status = 'recorded') as adjusted,
    exists (
      select from collection c
      where c.id = d.collection and c.kader = d.kader and (c.status = 'void' or c.reverses is not null)) as taken_back
  from dispute d
  join commission s on s.id = d.statement
  where d.id > :after
  order by d.id
  limit :limit`;

/** Every dispute speaks of a line of its kader's statement, and an accepted one has the correction that was promised. */
export async function* auditDisputes(knex: Knex): AsyncGenerator<Difference> {
  for await (const rows of inChunks<Row>(knex, question)) for (const row of rows) yield* auditDispute(row);
}

function auditDispute({ stated, line, restated, adjusted, taken_back: takenBack, ...row }: Row): Difference[] {
  const { id, adjustment, collection } = row;
  const asked =
    restated || line === null
      ? {}
      : { line_label: line.label, line_label_en: line.label_en, line_amount: Number(line.amount) };
  const correction = {
    adjustment: row.status === 'accepted' && adjusted ? adjustment : null,
    collection: row.status === 'accepted' && takenBack ? collection : null,
  };
  const found = differences('dispute', id, row, { ...stated, ...asked, ...correction });
  if (line === null && !restated)
    found.push({ collection: 'dispute', id, field: 'line_label', stored: row.line_label, expected: null });
  if (row.status === 'accepted' && correction.adjustment === null && correction.collection === null)
    found.push({ collection: 'dispute', id, field: 'status', stored: row.status, expected: null });
  return found;
}
