import type { Knex } from 'knex';
import type { TemplateLanguage } from '../../../contract/message-records.ts';
import type { Id, UserId } from '../../../contract/records.ts';

/** Who gets a message; a family's message is to the family where `binaan` is set. */
export interface Recipient {
  kader?: Id | null;
  binaan?: Id | null;
  user?: UserId | null;
  name: string;
}

export interface ContextRequest {
  /** the record that the message is about; null: of a notice */
  item: Id | null;
  recipient: Recipient;
  /** of a notice: title, text, lines, link; of a decision: how the partnership ended */
  data?: Record<string, unknown> | null;
  /** of a notice, which has no record of its own; null: of no branch */
  branch?: Id | null;
  /** of the words that are no figures; Indonesian unless told */
  language?: TemplateLanguage;
  now?: Date;
}

/** The request as the reader of one kind of record gets it. */
export interface ReadRequest {
  knex: Knex;
  item: Id;
  recipient: Recipient;
  data: Record<string, unknown> | null;
  language: TemplateLanguage;
  now: Date;
}

/** The groups of a context that are about the record, and the branch that it belongs to. */
export interface RecordContext {
  branch: Id;
  groups: Record<string, unknown>;
}

/** Reads what is documented of one kind of record; null: it is not there, or does not stand any more. */
export type ContextReader = (request: ReadRequest) => Promise<RecordContext | null>;
