import type { CommissionRule, CommissionScheme, DateText, Id } from '../../contract/records.ts';
import type { SuccessorMade } from '../../contract/schemes.ts';
import { monthWords } from '../../core/calendar-words.ts';
import { addMonths, firstDay, periodOf, type TimeZone } from '../../core/period.ts';
import { refusal } from '../errors.ts';
import type { SchemeDesk } from './simulate-for-caller.ts';

const national: TimeZone = 'Asia/Jakarta';
const longestName = 255;

type Copied = Pick<CommissionScheme, 'name' | 'base' | 'note'> & {
  branch: { id: Id; timezone: TimeZone } | null;
  rules: Omit<CommissionRule, 'id' | 'scheme'>[];
};

const ruleFields = [
  ...['sort', 'kind', 'months_from', 'months_to', 'rate_bp', 'amount', 'attainment_from_bp', 'attainment_to_bp'],
  ...['bonus_mode', 'share_bp', 'tax_number', 'note'],
].map((field) => `rules.${field}`);

/**
 * Copies a scheme with its rules into a draft that holds from the first day of next month, to be changed and then made
 * active. With the caller's own rights: who may not read the scheme is refused as KADER_SCHEME_UNKNOWN, who may not make
 * one as KADER_NOT_ALLOWED.
 */
export async function succeedScheme({ services, ...options }: SchemeDesk, id: Id, now: Date): Promise<SuccessorMade> {
  const schemes = new services.ItemsService('commission_scheme', options);
  const [found] = await schemes.readByQuery({
    filter: { id: { _eq: id } },
    fields: ['name', 'base', 'note', 'branch.id', 'branch.timezone', ...ruleFields],
    limit: 1,
  });
  if (found === undefined) throw refusal('KADER_SCHEME_UNKNOWN');
  const { name, branch, ...copied } = found as unknown as Copied;
  const effective_from = firstDay(addMonths(periodOf(now, branch?.timezone ?? national), 1));
  try {
    const made = await schemes.createOne({
      ...copied,
      name: nameOf(name, effective_from),
      branch: branch?.id ?? null,
      effective_from,
      status: 'draft',
    });
    return { id: Number(made) };
  } catch (error) {
    throw (error as { code?: unknown }).code === 'FORBIDDEN' ? refusal('KADER_NOT_ALLOWED') : error;
  }
}

/** `Imbal jasa 2022 (sejak Januari 2026)`; the successor of a successor does not gather brackets. */
function nameOf(name: string, from: DateText): string {
  const since = ` (sejak ${monthWords(from.slice(0, 7) as Parameters<typeof monthWords>[0]).id})`;
  const plain = name.replace(/ \(sejak [^()]+\)$/, '');
  return plain.slice(0, longestName - since.length) + since;
}
