import type { Accountability } from '@directus/types';
import { refusal } from '../errors.ts';

type Told = Readonly<Record<string, unknown>>;

const isBlank = (value: unknown) => value === undefined || value === null || `${value}`.trim() === '';

/**
 * A kader that a person records as active from the first is a partner taken over from before, and has a contract; an
 * administrator may take over what is not complete. New ones begin as candidates. Refused as KADER_ACTIVATION_INCOMPLETE.
 */
export function takeOnKader(told: Told, accountability: Accountability | null): Told {
  const { status, contract_number: number, contract_from: from, contract_to: to } = told;
  if (accountability === null || accountability.admin || (status !== 'active' && status !== 'on_leave')) return told;
  const lacking = [
    ...(isBlank(number) ? [['nomor kontrak', 'the contract number'] as const] : []),
    ...(isBlank(from) || isBlank(to) ? [['tanggal kontrak', 'the contract dates'] as const] : []),
  ];
  if (lacking.length === 0) return told;
  throw refusal('KADER_ACTIVATION_INCOMPLETE', {
    missing: lacking.map(([missing]) => missing).join(', '),
    missing_en: lacking.map(([, missing]) => missing).join(', '),
  });
}
