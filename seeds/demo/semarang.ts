/** Semarang, August 2018: recruiting for Kota Semarang and Demak against 74 billion in arrears (domain.md). */
import type { AreaDirectory } from './areas.ts';
import { makeKader } from './kader.ts';
import type { DemoEvent, DemoProgramme } from './programme.ts';
import { seededRandom } from './random.ts';

const recruited: DemoEvent[] = [
  { kind: 'recruited', on_date: '2018-08-06', note: 'asumsi demo' },
  { kind: 'briefed', on_date: '2018-08-20', note: 'asumsi demo' },
];

export function semarang(areas: AreaDirectory): DemoProgramme {
  const random = seededRandom('semarang-2018');
  const candidates = (regency: string, count: number) =>
    makeKader(random, areas, { regency, count, joined: '2018-09-01', status: 'candidate', events: recruited });
  const source = 'Pernyataan BPJS Kesehatan Semarang, Agustus 2018';
  const span = { month_from: '2018-08', month_to: '2018-12', per: 'span' } as const;

  return {
    number: 3374,
    branch: {
      code: 'KC-SMG',
      name: 'KC Semarang (2018)',
      timezone: 'Asia/Jakarta',
      first_month: '2018-08',
      last_month: '2018-12',
      city: 'Semarang',
      note: 'Merekrut kader untuk Kota Semarang dan Demak. Jumlah dan nama calon: asumsi demo.',
    },
    regencies: ['33.74', '33.21'],
    policies: [
      {
        name: 'Kebijakan Semarang 2018',
        effective_from: '2018-08-01',
        priority_min: 7,
        zero_month_limit: null,
        grace_months: 0,
        verification_required: false,
        max_billed_months: 12,
        training_required: true,
        note: 'Prioritas di atas 6 bulan; di bawah 6 bulan tetap boleh membayar.',
      },
    ],
    schemes: [
      {
        name: 'Skema Semarang 2018',
        effective_from: '2018-08-01',
        status: 'active',
        base: 'arrears',
        note: 'Tarif: asumsi demo.',
        rules: [{ sort: 1, kind: 'percentage', months_from: 0, months_to: null, rate_bp: 1000 }],
      },
    ],
    targets: [
      {
        measure: 'arrears_share',
        scope: 'whole',
        adds_up: 'level',
        value: 7200,
        note: '72% dari tunggakan Rp 74 M',
        ...span,
      },
    ],
    snapshots: [
      {
        as_of: '2018-07-31',
        amount: 74_000_000_000,
        source,
        note: 'Bagian yang diumumkan berjumlah 73,1 M; 0,9 M tidak terinci.',
      },
      { as_of: '2018-07-31', amount: 55_800_000_000, source, area: '33.74' },
      { as_of: '2018-07-31', amount: 17_300_000_000, source, area: '33.21' },
    ],
    kader: [...candidates('33.74', 14), ...candidates('33.21', 6)],
    families: [],
    payments: [],
    activities: [],
    closes: [],
  };
}
