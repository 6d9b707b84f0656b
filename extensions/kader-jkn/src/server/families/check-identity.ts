import { rowReasons } from '../../contract/row-reasons.ts';
import { checkKk, checkNik, checkVa, type IdentityCheck } from '../../core/identity-number.ts';
import { refusal } from '../errors.ts';

export type IdentityRecord = 'binaan' | 'kader' | 'enrolment';

type Check = (text: string) => IdentityCheck;

const checks: Readonly<Record<IdentityRecord, Readonly<Record<string, Check>>>> = {
  binaan: { kk_number: checkKk, va_number: checkVa, head_nik: checkNik },
  kader: { nik: checkNik },
  enrolment: { nik: checkNik, kk_number: checkKk, va_number: checkVa },
};

/**
 * What is told, its identity numbers in digits alone. Refused as KADER_IDENTITY_INVALID naming the field and what is wrong;
 * a number that is not told, or emptied, is not looked at.
 */
export function refuseMalformed(
  record: IdentityRecord,
  told: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const plain: Record<string, string> = {};
  for (const [field, check] of Object.entries(checks[record])) {
    const value = told[field];
    if (value === null || value === undefined || value === '') continue;
    const checked = check(String(value));
    if (!checked.ok) {
      const why = rowReasons[checked.reason];
      throw refusal('KADER_IDENTITY_INVALID', { field, why: why.id, why_en: why.en });
    }
    plain[field] = checked.value;
  }
  return { ...told, ...plain };
}
