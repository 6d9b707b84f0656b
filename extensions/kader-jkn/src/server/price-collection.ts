import type { Knex } from 'knex';
import type { DuesCollection } from '../contract/records.ts';
import { type PricedCollection, type PricingInput, priceCollection as price } from '../core/commission.ts';
import type { Period } from '../core/period.ts';
import { refusalOfDatabase } from './database-error.ts';
import { refusal, refusalOf } from './errors.ts';
import { payerOf, readPayment, type ToldPayment } from './read-payment.ts';
import { mayRecordFor, policyFor, type Recorder, type RecorderLinks } from './recorder.ts';
import { refuseRepeated, type StandingPayment } from './repeated-payment.ts';

/** Clocks of phones and banks differ: a payment may lie this far in the future. */
export const clockSkewMilliseconds = 5 * 60 * 1000;

/** A branch as pricing sees it. */
export interface PricingBranch {
  id: number;
  timezone: PricingInput['books']['timezone'];
  first_month: Period;
  closed_through: Period | null;
}

type PricingFamily = NonNullable<PricingInput['family']> & { id: number; branch: number; kader: number | null };

/** What `kader_pricing_context` answers; all but `user` is missing where the payment already stands or nobody's branch is known. */
interface PricingContext {
  user: RecorderLinks;
  standing?: StandingPayment;
  /** the family was merged into this one, and a person told of it */
  merged?: number;
  paid_at?: string;
  branch?: PricingBranch;
  family?: PricingFamily | null;
  paidBeforeList: PricingInput['paidBeforeList'];
  holder: PricingInput['holder'];
  policy: PricingInput['policy'];
  scheme: PricingInput['scheme'];
  dues: PricingInput['duesRates'];
  /** another payment of the same family, amount and day */
  twin: number | null;
}

/** The columns of a collection that our code decides. */
export type DecidedColumns = PricedCollection &
  Pick<
    DuesCollection,
    | 'binaan'
    | 'amount'
    | 'paid_at'
    | 'kind'
    | 'channel'
    | 'source'
    | 'external_ref'
    | 'payer_ref'
    | 'client_id'
    | 'confirm_duplicate'
    | 'branch'
    | 'reverses'
  >;

/**
 * Prices a payment that is about to be stored in the transaction: one round trip, which also holds the family and its month
 * until commit. `told` is what the client sent, `now` the clock. Throws our refusals (design 5.3 to 5.5, 6).
 */
export async function priceCollection(
  transaction: Knex,
  told: Readonly<Record<string, unknown>>,
  recorder: Recorder,
  now: Date,
): Promise<DecidedColumns> {
  const payment = readPayment(told, recorder);
  const context = await readContext(transaction, payment, recorder);
  if (context.standing !== undefined) refuseRepeated(context.standing, payment, recorder, context.user);
  if (context.merged !== undefined) throw refusal('KADER_FAMILY_MERGED', { kept: context.merged });

  const family = context.family ?? null;
  const { branch, paid_at: paidAt } = context;
  const isOwn = family !== null && mayRecordFor(recorder, context.user, family, context.holder?.kader ?? null);
  if (branch === undefined || paidAt === undefined || (!isOwn && recorder.kind !== 'integration')) {
    throw refusal('KADER_BINAAN_UNKNOWN');
  }
  if (recorder.kind !== 'integration' && context.twin !== null && !payment.confirmDuplicate) {
    throw refusal('KADER_POSSIBLE_DUPLICATE', { id: context.twin, amount: payment.amount });
  }

  const priced = price(pricingInput(payment, context, branch, paidAt, isOwn ? family : null, recorder, now));
  if (!priced.ok) throw refusalOf(priced);
  return {
    ...decided(payment, isOwn ? family.id : null, branch.id, paidAt),
    ...priced.value,
    ...saidOverwritten(told['kader'], priced.value),
  };
}

async function readContext(transaction: Knex, payment: ToldPayment, recorder: Recorder): Promise<PricingContext> {
  const { binaan, paidAt, amount, source, externalRef, clientId } = payment;
  const ownBranchOnly = recorder.kind === 'staff' || recorder.kind === 'integration';
  try {
    const { rows } = await transaction.raw(
      'select kader_pricing_context(?::uuid, ?, ?::integer, ?::text, ?::text, ?::integer, ?::text, ?::text, ?::text) as context',
      [
        recorder.user,
        ownBranchOnly,
        binaan,
        payment.payerRef ?? payment.familyAsTold,
        paidAt,
        amount,
        source,
        externalRef,
        clientId,
      ] as Knex.RawBinding[],
    );
    return rows[0].context;
  } catch (error) {
    throw refusalOfDatabase(error) ?? error;
  }
}

function pricingInput(
  payment: ToldPayment,
  context: PricingContext,
  branch: PricingBranch,
  paidAt: string,
  family: PricingFamily | null,
  recorder: Recorder,
  now: Date,
): PricingInput {
  return {
    amount: payment.amount,
    paidAt,
    kind: payment.kind,
    now: new Date(now.getTime() + clockSkewMilliseconds).toISOString(),
    recorder: recorder.kind === 'integration' ? 'integration' : 'person',
    books: { timezone: branch.timezone, firstMonth: branch.first_month, closedThrough: branch.closed_through },
    family,
    paidBeforeList: context.paidBeforeList,
    holder: context.holder,
    policy: policyFor(recorder, context.policy),
    scheme: context.scheme,
    duesRates: context.dues,
  };
}

function decided(payment: ToldPayment, family: number | null, branch: number, paidAt: string) {
  return {
    amount: payment.amount,
    paid_at: paidAt,
    kind: payment.kind,
    channel: payment.channel,
    source: payment.source,
    external_ref: payment.externalRef,
    payer_ref: payerOf(payment, family),
    client_id: payment.clientId,
    confirm_duplicate: payment.confirmDuplicate,
    binaan: family,
    branch,
    reverses: null,
  };
}

/** Credit follows `assignment`; a recorder who chose another kader is told so (design 5.4). */
function saidOverwritten(told: unknown, { kader, explanation, explanation_en }: PricedCollection) {
  if (told === null || told === undefined || Number(told) === kader) return {};
  return {
    explanation: `${explanation} Kader yang dipilih saat mencatat diganti dengan pemegang keluarga pada hari bayar.`,
    explanation_en: `${explanation_en} The kader chosen when recording was replaced by who held the family that day.`,
  };
}
