import type { Knex } from 'knex';
import type { AudienceFilter, NoticeWords } from '../../../contract/message-audiences.ts';
import type { MessageAbout } from '../../../contract/message-contexts.ts';
import type { MessageLanguage } from '../../../contract/message-records.ts';
import type { DateText, Id, Moment, UserId } from '../../../contract/records.ts';
import { addMonths, type DateText as Day, monthOf } from '../../../core/period.ts';

/** Of which branch an audience is read, and as of when. */
export interface AudienceAsk {
  branch: Id;
  /** in the branch's own calendar */
  today: DateText;
  now: Date;
  filter: AudienceFilter;
  /** of what the audience's messages can be about, the one that the template is about */
  about: MessageAbout;
  /** what was recorded before, or is of a month long over, is history and told to nobody; null: no bound (a person asks) */
  after: Moment | null;
  /** of about `notice` alone */
  notice: NoticeWords | null;
}

export type AudienceRecipient =
  | { kind: 'kader'; kader: Id }
  | { kind: 'family'; binaan: Id }
  | { kind: 'user'; user: UserId };

/** One message that an audience asks for, but for its wording and channel. */
export interface AudienceMember {
  item: Id | null;
  recipient: AudienceRecipient;
  /** the same for the same message, however often it is asked for */
  once: string;
  /** a template that fits this one better than the audience's usual one */
  template?: string;
  /** the last day on which it says anything, in the branch's calendar */
  until?: DateText;
  /** of an audience with words of its own */
  notice?: NoticeWords & { link: string | null };
  language?: MessageLanguage;
}

/** Books that are brought in late close months of long ago: flows tell nobody of those. */
const recentMonths = 3;

export type AudienceReader = (knex: Knex, ask: AudienceAsk) => Promise<AudienceMember[]>;

/** What most questions bind: empty lists are null, which every question takes as "all". */
export function bindingsOf({ branch, today, filter, after }: AudienceAsk, usualDays = 7): Record<string, Knex.Value> {
  return {
    branch,
    today,
    after,
    days: filter.days ?? usualDays,
    kader: listed(filter.kader),
    ids: listed(filter.ids),
    areas: listed(filter.areas),
    month: filter.month ?? null,
    since_month: after === null ? null : addMonths(monthOf(today as Day), -recentMonths),
  };
}

function listed(ids: readonly Id[] | undefined): Id[] | null {
  return ids === undefined || ids.length === 0 ? null : [...ids];
}

/** The rows of a question with named bindings. */
export async function rowsOf<T>(knex: Knex, question: string, bindings: Record<string, Knex.Value>): Promise<T[]> {
  const { rows } = await knex.raw<{ rows: T[] }>(question, bindings as Knex.ValueDict);
  return rows;
}
