import type { DuesCollection } from '../../contract/records.ts';
import { wholeAmount } from '../../studio/format.ts';
import { relatedId } from '../../studio/use-form-values.ts';
import type { ShownPrice } from './price-facts.ts';

/** The GET that previews the payment in the form; null until a family is chosen. */
export function previewPath(values: Partial<DuesCollection>): string | null {
  const binaan = relatedId(values.binaan);
  if (binaan === null) return null;
  const amount = wholeAmount(values.amount);
  const query = new URLSearchParams({ binaan: String(binaan), kind: values.kind ?? 'arrears' });
  if (amount !== null) query.set('amount', String(amount));
  if (values.paid_at) query.set('paid_at', values.paid_at);
  return `/kader-jkn/preview?${query}`;
}

/** The stored price of a saved collection; null where the role may not read it. */
export function storedPrice(values: Partial<DuesCollection>): ShownPrice | null {
  const { commission, base, explanation, explanation_en, months_covered, split, month, late, pay_month } = values;
  if (commission === undefined || explanation === undefined || month === undefined) return null;
  return {
    commission,
    base: base ?? 0,
    explanation,
    explanation_en: explanation_en ?? explanation,
    months_covered: months_covered ?? 0,
    split: split ?? null,
    month,
    late: late ?? false,
    pay_month: pay_month ?? null,
  };
}
