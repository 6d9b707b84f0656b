import type { Id } from '../../contract/records.ts';
import { refusal } from '../errors.ts';
import { type Desk, visibleRecord } from './desk.ts';
import { masked } from './mask.ts';
import type { Receipt } from './receipt.ts';

const paymentFields = [
  'id',
  'amount',
  'paid_at',
  'kind',
  'channel',
  'status',
  'months_covered',
  'split',
  'reverses',
  'binaan',
  'kader',
  'branch',
];

/**
 * One payment as its receipt tells it, with the caller's own rights: KK number and phone are null for who may not read
 * them. Refused with KADER_COLLECTION_UNKNOWN where the payment is not there, or not for the caller.
 */
export async function readReceipt(desk: Desk, id: Id): Promise<Receipt> {
  const payment = await visibleRecord(desk, 'collection', id, paymentFields);
  if (!payment || payment['binaan'] === null) throw refusal('KADER_COLLECTION_UNKNOWN');
  const [family, kader, branch] = await Promise.all([
    visibleRecord(desk, 'binaan', payment['binaan'], ['*']),
    payment['kader'] === null ? null : visibleRecord(desk, 'kader', payment['kader'], ['code', 'name']),
    visibleRecord(desk, 'branch', payment['branch'], ['name', 'city', 'phone', 'timezone']),
  ]);
  if (!family || !branch) throw refusal('KADER_COLLECTION_UNKNOWN');
  const { amount, paid_at, kind, channel, status, months_covered, split, reverses } = payment;
  const { head_name, kk_number, phone } = family;
  return {
    id,
    amount,
    paid_at,
    kind,
    channel,
    status,
    months_covered,
    split: split ?? null,
    reverses,
    family: { head_name, kk_masked: kk_number ? masked(kk_number) : null, phone: phone ?? null },
    kader: kader && { code: kader['code'], name: kader['name'] },
    branch: { name: branch['name'], city: branch['city'], phone: branch['phone'], timezone: branch['timezone'] },
  };
}
