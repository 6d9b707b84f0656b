import type { Signature } from '../../contract/period-steps.ts';
import type { DateText, Moment, MonthText, StatementLine, TimeZone } from '../../contract/records.ts';

/** A payment that came after its month was closed, and is paid out in this statement. */
export interface LatePayment {
  id: number;
  paid_at: Moment;
  /** rupiah */
  amount: number;
  /** rupiah */
  commission: number;
}

/** A statement as its letter tells it, in whole rupiah. What the reader may not see is null. */
export interface StatementLetter {
  /** null: a draft, which has no number yet */
  id: number | null;
  status: 'draft' | 'closed' | 'approved' | 'paid';
  month: MonthText;
  branch: {
    code: string;
    name: string;
    city: string | null;
    address: string | null;
    phone: string | null;
    head_name: string | null;
    head_title: string | null;
    timezone: TimeZone;
  };
  kader: { code: string; name: string; bank_name: string | null; account_masked: string | null };
  lines: StatementLine[];
  gross: number;
  withholding: number;
  carried_in: number;
  carried_out: number;
  net: number;
  /** received in the books of the month */
  collected: number;
  collections_count: number;
  families_count: number;
  target: number | null;
  attainment_bp: number | null;
  late_payments: LatePayment[];
  closed: Signature | null;
  approved: Signature | null;
  paid: (Signature & { on: DateText | null; reference: string | null }) | null;
  /** of a draft: payments that are paid only once somebody verified them; null: not told */
  waiting: { count: number; commission: number } | null;
  printed_at: Moment;
  /** of the bundle */
  version: string;
}
