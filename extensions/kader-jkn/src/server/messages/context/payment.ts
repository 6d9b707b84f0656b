import type { CollectionKind, Id, PaymentChannel } from '../../../contract/records.ts';
import { fillText, type Text } from '../../../studio/text.ts';
import type { ContextReader } from './context-reader.ts';
import { type FamilyRow, familyGroup, familyJson, holderJson } from './groups.ts';

interface Row {
  branch: Id;
  kind: CollectionKind;
  through: PaymentChannel;
  amount: number;
  paid_at: Date;
  months_covered: number;
  family: FamilyRow;
  kader: Record<string, unknown>;
}

const purposes: Readonly<Record<CollectionKind, Text>> = {
  arrears: ['Tunggakan iuran JKN', 'Arrears of JKN dues'],
  current: ['Iuran JKN berjalan', 'Current JKN dues'],
  advance: ['Iuran JKN bayar di muka', 'JKN dues in advance'],
};

const channels: Readonly<Record<PaymentChannel, Text>> = {
  kader_cash: ['Tunai kepada kader', 'Cash to the kader'],
  bank: ['Bank', 'Bank'],
  va: ['Virtual account', 'Virtual account'],
  minimarket: ['Minimarket', 'Convenience store'],
  ewallet: ['Dompet digital', 'E-wallet'],
  ppob: ['Loket PPOB', 'Payment counter (PPOB)'],
  office: ['Kantor cabang', 'Branch office'],
  other: ['Lainnya', 'Other'],
};

// what was taken back in full is no payment, and a reversal is none either; the holder is whom it was credited to
const question = `
  select c.branch, c.kind, c.channel as through, c.amount, c.paid_at, c.months_covered,
    ${familyJson} as family, ${holderJson} as kader
  from collection c
  join binaan f on f.id = c.binaan
  left join kader k on k.id = c.kader
  where c.id = :item and c.status in ('recorded', 'verified') and c.reverses is null
    and c.amount + coalesce((select sum(r.amount) from collection r where r.reverses = c.id and r.status <> 'void'), 0) > 0`;

/** A payment that stands. */
export const readPayment: ContextReader = async ({ knex, item, recipient, language }) => {
  const { rows } = await knex.raw<{ rows: Row[] }>(question, { item });
  const [row] = rows;
  if (row === undefined) return null;
  const { branch, kind, through, amount, paid_at, months_covered, family, kader } = row;
  const payment = {
    number: String(item),
    amount,
    paid_at: paid_at.toISOString(),
    purpose: fillText(purposes[kind], language),
    channel: fillText(channels[through], language),
    months_covered,
  };
  return { branch, groups: { payment, family: familyGroup(family, recipient), kader } };
};
