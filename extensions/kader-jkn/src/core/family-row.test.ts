import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowReasons, rowReasonText } from '../contract/row-reasons.ts';
import { sampleContext, sampleRow, villages } from './family-row.samples.ts';
import { type FamilyRowText, readFamilyRow } from './family-row.ts';
import { familyRowFields, type RowReason } from './row-issue.ts';

const context = sampleContext();
const read = (changes: Partial<FamilyRowText>) => readFamilyRow(sampleRow(changes), context);

function issueOf(changes: Partial<FamilyRowText>) {
  const reading = read(changes);
  return reading.ok ? reading.warnings : reading.issues;
}

describe('a row of a list', () => {
  it('that is good is taken as it is', () => {
    expect(read({})).toEqual({
      ok: true,
      warnings: [],
      row: {
        kk_number: '3312230112139001',
        va_number: '8888801234567890',
        head_name: 'Siti Aminah',
        head_nik: null,
        members: 3,
        class: 3,
        members_1: null,
        members_2: null,
        members_3: null,
        area: 1,
        address: 'Jl. Mawar No. 1',
        phone: '081234567890',
        listed_months: 12,
        reported_months: null,
        listed_amount: 1_260_000,
        kader: null,
        note: null,
      },
    });
  });

  it('is read as people write it', () => {
    const reading = read({
      kk_number: "'3312 2301 1213 9001",
      head_name: '  Siti   Aminah\u00A0',
      members: '3 orang',
      class: 'Kelas III',
      area_code: '3312232001',
      listed_months: '12 bulan',
      listed_amount: 'Rp 1.260.000,00',
      phone: '81234567890',
      kader_code: ' ska-002',
    });
    expect(reading).toMatchObject({
      ok: true,
      warnings: [],
      row: { kk_number: '3312230112139001', head_name: 'Siti Aminah', members: 3, class: 3, area: 1, kader: 12 },
    });
  });

  it.each<[keyof FamilyRowText, string, RowReason]>([
    ['kk_number', '331223011213900', 'kk-length'],
    ['kk_number', '3.31223E+15', 'digits-lost'],
    ['kk_number', ' ', 'missing'],
    ['head_nik', '3312237212809001', 'nik-structure'],
    ['va_number', '123', 'va-length'],
    ['head_name', '', 'missing'],
    ['head_name', 'a'.repeat(256), 'text-too-long'],
    ['members', '0', 'members-range'],
    ['members', '21', 'members-range'],
    ['members', 'tiga', 'number-unreadable'],
    ['members', '', 'missing'],
    ['class', 'IV', 'class-unreadable'],
    ['class', '', 'missing'],
    ['listed_months', '-1', 'number-unreadable'],
    ['listed_months', '601', 'months-range'],
    ['listed_months', '', 'missing'],
    ['listed_amount', '1,5 juta', 'amount-unreadable'],
    ['listed_amount', '500.000.001', 'amount-range'],
    ['listed_amount', '', 'missing'],
    ['area_code', '33.12.23.2999', 'area-code'],
    ['kader_code', 'XXX', 'kader-unknown'],
  ])('is refused for %s %j: %s', (field, value, reason) => {
    expect(read({ [field]: value })).toMatchObject({ ok: false, issues: [{ field, reason, severity: 'refused' }] });
  });

  it('that is refused tells every fault at once', () => {
    const issues = issueOf({ kk_number: '1', members: '99', listed_months: '', listed_amount: '1.234,567' });
    expect(issues.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
      'kk_number kk-length',
      'members members-range',
      'listed_amount amount-ambiguous',
      'listed_months missing',
    ]);
    expect(issues[2]).toMatchObject({ value: '1.234,567', suggestion: 'Rp 1.234,567 | Rp 1.234.567' });
  });

  it('keeps months beyond those that are billed as information', () => {
    expect(read({ listed_months: '36', listed_amount: '2520000' })).toMatchObject({
      ok: true,
      warnings: [],
      row: { listed_months: 24, reported_months: 36 },
    });
    expect(readFamilyRow(sampleRow({ listed_months: '36' }), sampleContext({ maxBilledMonths: null }))).toMatchObject({
      row: { listed_months: 36, reported_months: null },
    });
  });

  it('whose amount is not months × members × dues is taken, and the difference is shown', () => {
    expect(read({ listed_amount: '1250000' })).toMatchObject({
      ok: true,
      row: { listed_amount: 1_250_000 },
      warnings: [{ field: 'listed_amount', reason: 'arrears-differ', suggestion: 'Rp 1.260.000' }],
    });
  });

  it('is not compared where a month has no dues on record', () => {
    const reading = readFamilyRow(
      sampleRow({ listed_months: '70', listed_amount: '1' }),
      sampleContext({ maxBilledMonths: null }),
    );
    expect(reading).toMatchObject({ ok: true, warnings: [] });
  });

  it('that is whole but doubtful goes in with what to look at', () => {
    const reasons = (changes: Partial<FamilyRowText>) =>
      issueOf(changes).map(({ reason, severity }) => [reason, severity]);
    expect(reasons({ kk_number: '3372010112139001' })).toEqual([['kk-area', 'warned']]);
    expect(reasons({ va_number: '888880123456' })).toEqual([['va-length', 'warned']]);
    expect(reasons({ phone: 'tidak ada' })).toEqual([['phone-unreadable', 'warned']]);
    expect(reasons({ area_code: '' })).toEqual([['area-missing', 'warned']]);
    expect(reasons({ head_name: 'Nur A\uFFFDni' })).toEqual([['text-damaged', 'warned']]);
    expect(reasons({ area_name: 'Tipes' })).toEqual([['area-differs', 'warned']]);
    expect(reasons({ area_code: '33.72.01.1001', kk_number: '3372010112139001' })).toEqual([
      ['area-outside-branch', 'warned'],
    ]);
  });
});

describe('members by class', () => {
  it('make a mixed family', () => {
    expect(read({ members: '', class: '', members_1: '1', members_3: '2', listed_amount: '2640000' })).toMatchObject({
      ok: true,
      warnings: [],
      row: { members: 3, class: 3, members_1: 1, members_2: 0, members_3: 2 },
    });
  });

  it('of one class are no mixed family', () => {
    expect(read({ members: '', class: '', members_1: '0', members_2: '', members_3: '3' })).toMatchObject({
      ok: true,
      row: { members: 3, class: 3, members_1: null, members_2: null, members_3: null },
    });
  });

  it('that do not agree with the number of members, or with the class, are refused', () => {
    expect(issueOf({ members_1: '1', members_3: '1' })).toMatchObject([{ reason: 'members-sum', suggestion: '2' }]);
    expect(issueOf({ members_1: '3' })).toMatchObject([{ field: 'class', reason: 'class-without-members' }]);
  });
});

describe('a desa by name', () => {
  const byName = (area_name: string, district_name = '') => issueOf({ area_code: '', area_name, district_name });

  it.each(['Bulusari', 'KEL. BULUSARI', 'desa  Bulu Sari', 'Ds.Bulusari', 'bulusâri', ' Bulu-sari '])(
    '%j is found',
    (name) => {
      expect(read({ area_code: '', area_name: name })).toMatchObject({ ok: true, row: { area: 1 }, warnings: [] });
    },
  );

  it('that several have is refused with all of them, unless the kecamatan tells which', () => {
    expect(byName('Sumberejo')).toMatchObject([
      {
        reason: 'area-ambiguous',
        suggestion: 'Sumberejo, Wuryantoro (33.12.04.2007) | Sumberejo, Batuwarno (33.12.09.2003)',
      },
    ]);
    expect(read({ area_code: '', area_name: 'Sumberejo', district_name: 'KEC. Batuwarno' })).toMatchObject({
      ok: true,
      row: { area: 3 },
    });
  });

  it('that is nearly one is offered, never chosen', () => {
    expect(byName('Bulosari')).toMatchObject([
      { reason: 'area-unknown', severity: 'refused', suggestion: 'Bulusari, Slogohimo (33.12.23.2001)' },
    ]);
    expect(byName('Sumbrejo', 'Batuwarna')).toMatchObject([{ suggestion: 'Sumberejo, Batuwarno (33.12.09.2003)' }]);
    expect(byName('Zzz')[0]).not.toHaveProperty('suggestion');
  });

  it("is looked for within the branch's regencies alone", () => {
    expect(byName('Tipes')).toMatchObject([{ reason: 'area-unknown' }]);
  });

  it('that is in doubt is never taken: whatever was written, the desa chosen has that very name', () => {
    const names = fc.oneof(
      fc.string(),
      fc.constantFrom('Bulusari', 'Sumberejo', 'BULUSAR', 'Kel Tipes', 'Sumber Rejo'),
    );
    fc.assert(
      fc.property(names, (area_name) => {
        const reading = read({ area_code: '', area_name });
        if (!reading.ok || reading.row.area === null) return;
        const letters = (text: string) =>
          text
            .normalize('NFKD')
            .toUpperCase()
            .replace(/[^A-Z]/g, '');
        const chosen = villages.find(({ id }) => id === (reading.ok && reading.row.area));
        expect(letters(area_name).endsWith(letters(chosen?.name ?? '-'))).toBe(true);
      }),
    );
  });
});

describe('any row', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."09 .,-/'=Rp", 'é', '\u0000', '\u00A0', '\u200B', '\uFFFD', '\uD83D') }),
    fc.constantFrom(
      '',
      '3',
      '12',
      'III',
      '3312230112139001',
      '33.12.23.2001',
      'Bulusari',
      '1.260.000',
      "=cmd|'/c calc'!A1",
    ),
  );
  const row = fc.record(
    Object.fromEntries(familyRowFields.map((field) => [field, cell])) as Record<keyof FamilyRowText, typeof cell>,
  );

  it('is answered within the bounds of the database, or refused with a reason that has a text', () => {
    fc.assert(
      fc.property(row, (raw) => {
        const reading = readFamilyRow(raw, context);
        for (const issue of reading.ok ? reading.warnings : reading.issues) {
          expect(rowReasons[issue.reason]).toBeDefined();
          expect(rowReasonText(issue, 'id')).not.toContain('{');
        }
        if (!reading.ok) {
          expect(reading.issues.some(({ severity }) => severity === 'refused')).toBe(true);
          return;
        }
        const { kk_number, members, members_1, members_2, members_3, listed_months, listed_amount } = reading.row;
        expect(kk_number).toMatch(/^\d{16}$/);
        expect(members).toBeGreaterThan(0);
        expect(members).toBeLessThanOrEqual(20);
        expect(listed_months).toBeLessThanOrEqual(24);
        expect(Number.isSafeInteger(listed_amount)).toBe(true);
        if (members_1 !== null) expect(members_1 + (members_2 ?? 0) + (members_3 ?? 0)).toBe(members);
      }),
      { numRuns: 500 },
    );
  });

  it('is read the same however often', () => {
    fc.assert(
      fc.property(row, (raw) => {
        expect(readFamilyRow(raw, context)).toEqual(readFamilyRow(raw, sampleContext()));
      }),
    );
  });

  it('that is good stays good when its amount is written otherwise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 20 }), (months, members) => {
        const amount = months * members * 35_000;
        const written = String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
        expect(
          read({ members: `${members}`, listed_months: `${months}`, listed_amount: `Rp ${written},00` }),
        ).toMatchObject({
          ok: true,
          row: { listed_amount: amount },
          warnings: [],
        });
      }),
    );
  });
});

describe('the text of an issue', () => {
  it('leaves out the sentence that offers something where nothing is offered', () => {
    expect(rowReasonText({ reason: 'area-unknown' }, 'id')).toBe('Desa ini tidak ada di wilayah cabang.');
    expect(rowReasonText({ reason: 'area-unknown', suggestion: 'X' }, 'en')).toBe(
      "The branch's area has no desa of this name. Perhaps: X.",
    );
  });
});
