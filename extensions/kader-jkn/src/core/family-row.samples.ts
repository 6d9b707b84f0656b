/** A branch with three desa and two kader, and rows of its lists. */
import { areaIndex } from './area-index.ts';
import type { DuesRateRow } from './dues.ts';
import { expectedArrears } from './expected-arrears.ts';
import type { FamilyRowContext, FamilyRowText } from './family-row.ts';
import type { DateText } from './period.ts';

const asOf = '2025-12-31' as DateText;

const rates: DuesRateRow[] = [
  { class: 1, effective_from: '2020-07-01', dues: 150_000, participant_pays: 150_000 },
  { class: 2, effective_from: '2020-07-01', dues: 100_000, participant_pays: 100_000 },
  { class: 3, effective_from: '2020-07-01', dues: 42_000, participant_pays: 25_500 },
  { class: 3, effective_from: '2021-01-01', dues: 42_000, participant_pays: 35_000 },
];

export const villages = [
  { id: 1, code: '33.12.23.2001', name: 'Bulusari', district: 'Slogohimo', own: true },
  { id: 2, code: '33.12.04.2007', name: 'Sumberejo', district: 'Wuryantoro', own: true },
  { id: 3, code: '33.12.09.2003', name: 'Sumberejo', district: 'Batuwarno', own: true },
  { id: 4, code: '33.72.01.1001', name: 'Tipes', district: 'Serengan', own: false },
];

export function sampleContext(changes: Partial<FamilyRowContext> = {}): FamilyRowContext {
  return {
    areas: areaIndex(villages),
    kaderByCode: new Map([
      ['SKA-001', 11],
      ['SKA-002', 12],
    ]),
    expected: expectedArrears(rates, asOf, 600),
    maxBilledMonths: 24,
    decimal: null,
    ...changes,
  };
}

/** A good row: three members of class III of Bulusari, twelve months. */
export function sampleRow(changes: Partial<FamilyRowText> = {}): FamilyRowText {
  return {
    kk_number: '3312230112139001',
    va_number: '8888801234567890',
    head_name: 'Siti Aminah',
    head_nik: '',
    members: '3',
    class: '3',
    members_1: '',
    members_2: '',
    members_3: '',
    area_code: '33.12.23.2001',
    area_name: '',
    district_name: '',
    address: 'Jl. Mawar No. 1',
    phone: '081234567890',
    listed_months: '12',
    listed_amount: '1260000',
    kader_code: '',
    note: '',
    ...changes,
  };
}
