import type { Knex } from 'knex';
import type { MessageAbout } from '../../../contract/message-contexts.ts';
import type { Id, TimeZone } from '../../../contract/records.ts';
import { dateOf } from '../../../core/period.ts';
import { instanceLink } from '../instance-link.ts';
import { readAward } from './award.ts';
import type { ContextReader, ContextRequest } from './context-reader.ts';
import { readFamily } from './family.ts';
import { readKader } from './kader.ts';
import { readMonth } from './month.ts';
import { noticeGroups } from './notice.ts';
import { readPayment } from './payment.ts';
import { readPromise } from './promise.ts';
import { readReview } from './review.ts';
import { readSession } from './session.ts';
import { readStatement } from './statement.ts';
import { readWarning } from './warning.ts';
import { readWeekList } from './week-list.ts';

export type { ContextRequest };

const readers: Readonly<Record<Exclude<MessageAbout, 'notice'>, ContextReader>> = {
  kader: readKader,
  family: readFamily,
  promise: readPromise,
  payment: readPayment,
  statement: readStatement,
  warning: readWarning,
  review: readReview,
  award: readAward,
  session: readSession,
  month: readMonth,
  week_list: readWeekList,
};

const branchColumns = ['name', 'city', 'address', 'phone', 'email', 'head_name', 'head_title'] as const;
const noBranch = Object.fromEntries(branchColumns.map((column) => [column, null]));
/** Where a message is of no branch. */
const usualZone: TimeZone = 'Asia/Jakarta';

/**
 * What a template can tell about one record: exactly the fields of contract/message-contexts.ts. Null: the record is not
 * there any more, or does not stand.
 */
export async function readContext(
  knex: Knex,
  about: MessageAbout,
  request: ContextRequest,
): Promise<Record<string, unknown> | null> {
  const { item, recipient, data = null, branch = null, language = 'id-ID', now = new Date() } = request;
  if (about === 'notice') return { ...noticeGroups(data), ...(await commonGroups(knex, branch, request, now)) };
  if (item === null) return null;
  const found = await readers[about]({ knex, item, recipient, data, language, now });
  if (found === null) return null;
  return { ...found.groups, ...(await commonGroups(knex, found.branch, request, now)) };
}

async function commonGroups(knex: Knex, branch: Id | null, { recipient }: ContextRequest, now: Date) {
  const row =
    branch === null
      ? undefined
      : await knex('branch')
          .where({ id: branch })
          .first(...branchColumns, 'timezone');
  const { timezone = usualZone, ...office } = row ?? {};
  return {
    branch: row === undefined ? noBranch : office,
    recipient: { name: recipient.name },
    today: dateOf(now, timezone as TimeZone),
    instance: { link: instanceLink() },
  };
}
