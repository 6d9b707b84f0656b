import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceTold, dateTold, fileTold, flagTold, idsTold, idTold, linesTold, monthTold } from './told.ts';

const codeOf = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

describe('ids as flows tell them', () => {
  it.each<[unknown, number[]]>([
    [7, [7]],
    ['7', [7]],
    [' 7 ', [7]],
    ['7,8', [7, 8]],
    ['7, 8', [7, 8]],
    [
      ['7', 8, '8'],
      [7, 8],
    ],
    ['["7","8"]', [7, 8]],
    ['[7]', [7]],
    [{ key: 7, collection: 'period' }, [7]],
    ['{"key":"7","collection":"period"}', [7]],
    [
      [{ id: 7, name: 'a' }, { id: 8 }],
      [7, 8],
    ],
    [null, []],
    [undefined, []],
    ['', []],
    ['  ', []],
    [[], []],
    ['[]', []],
  ])('reads %j', (told, ids) => {
    expect(idsTold(told, 'period')).toEqual(ids);
  });

  it.each([
    ['undefined'],
    ['null'],
    ['7,'],
    ['abc'],
    ['7 8'],
    ['1e3'],
    ['-1'],
    [0],
    [1.5],
    [2_147_483_648],
    [Number.NaN],
    [true],
    [{}],
    [{ name: 'a' }],
    ['[7'],
    [['7', 'x']],
    ['{{$trigger.keys}}'],
  ])('refuses %j', (told) => {
    expect(codeOf(() => idsTold(told, 'period'))).toBe('KADER_FLOW_VALUE');
  });

  it('gives ids or refuses, whatever stands there', () => {
    fc.assert(
      fc.property(fc.anything(), (told) => {
        try {
          for (const id of idsTold(told, 'period')) expect(Number.isInteger(id) && id > 0).toBe(true);
        } catch (error) {
          expect((error as { code?: unknown }).code).toBe('KADER_FLOW_VALUE');
        }
      }),
    );
  });

  it('takes one where one is asked', () => {
    expect(idTold(['7'], 'branch')).toBe(7);
    expect(idTold('', 'branch')).toBeNull();
    expect(codeOf(() => idTold('7,8', 'branch'))).toBe('KADER_FLOW_VALUE');
  });
});

describe('other values as flows tell them', () => {
  it('reads a file, chosen or named by a trigger', () => {
    const file = '6b616465-7200-4000-8000-000000000001';
    expect([file, { key: file, collection: 'directus_files' }, [file]].map((told) => fileTold(told, 'file'))).toEqual([
      file,
      file,
      file,
    ]);
    expect(['', null, '7', 'undefined', `${file},${file}`].map((told) => codeOf(() => fileTold(told, 'file')))).toEqual(
      Array(5).fill('KADER_FLOW_VALUE'),
    );
  });

  it('reads lines, as a list or one below the other', () => {
    expect(linesTold(' a\n\nb ', 'lines')).toEqual(['a', 'b']);
    expect([linesTold(['a', ' '], 'lines'), linesTold(null, 'lines')]).toEqual([['a'], []]);
    expect(codeOf(() => linesTold('undefined', 'lines'))).toBe('KADER_FLOW_VALUE');
  });

  it('reads months, days, choices and yes or no, and refuses what a step did not have', () => {
    expect([monthTold('2022-01', 'month'), monthTold('', 'month')]).toEqual(['2022-01', null]);
    expect([dateTold('2022-01-31T10:00:00Z', 'as_of'), dateTold(null, 'as_of')]).toEqual(['2022-01-31', null]);
    expect([choiceTold(null, ['csv', 'xlsx'], 'format'), choiceTold('xlsx', ['csv', 'xlsx'], 'format')]).toEqual([
      'csv',
      'xlsx',
    ]);
    expect([flagTold('true', false, 'wait'), flagTold(null, true, 'wait'), flagTold(false, true, 'wait')]).toEqual([
      true,
      true,
      false,
    ]);
    const refused = [
      () => monthTold('2022-13', 'month'),
      () => monthTold('undefined', 'month'),
      () => dateTold('31/01/2022', 'as_of'),
      () => choiceTold('pdf', ['csv', 'xlsx'], 'format'),
      () => flagTold('yes', true, 'wait'),
      () => monthTold({}, 'month'),
    ];
    expect(refused.map(codeOf)).toEqual(refused.map(() => 'KADER_FLOW_VALUE'));
  });
});
