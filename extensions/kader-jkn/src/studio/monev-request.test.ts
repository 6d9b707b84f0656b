import { describe, expect, it } from 'vitest';
import { asked, monevPath, noChoice, pickedId, spanParams } from './monev-request.ts';

describe('pickedId', () => {
  it.each([
    [{ key: 7 }, 7],
    [{ key: '7' }, 7],
    [7, 7],
    ['', null],
    [null, null],
    [undefined, null],
    [{ key: 'x' }, null],
  ])('%j is %s', (picked, id) => expect(pickedId(picked)).toBe(id));
});

describe('asked', () => {
  it('takes what the viewer chose where the form left it open', () => {
    const choice = { branch: 2, area: 5, to: '2021-12', reach: 3 } as const;
    expect(asked({}, choice)).toMatchObject({
      ...choice,
      fixed: { branch: false, area: false, to: false, reach: false },
    });
  });

  it('keeps what the form fixed, and no area of another branch', () => {
    const choice = { branch: 2, area: 5, to: '2021-12', reach: 3 } as const;
    const options = { branch: { key: 1 }, month: '2017-11', span: 'year' };
    expect(asked(options, choice)).toMatchObject({ branch: 1, area: null, to: '2017-11', reach: 'year' });
  });
});

describe('spanParams', () => {
  it.each([
    [{ to: null, reach: 'auto' }, {}],
    [
      { to: '2021-12', reach: 'auto' },
      { to: '2021-12', months: '1' },
    ],
    [
      { to: '2021-12', reach: 6 },
      { to: '2021-12', months: '6' },
    ],
    [{ to: null, reach: 6 }, { months: '6' }],
    [
      { to: '2021-12', reach: 'year' },
      { from: '2021-01', to: '2021-12' },
    ],
    [{ to: null, reach: 'year' }, {}],
  ] as const)('%j asks for %j', (choice, params) => expect(spanParams(choice)).toEqual(params));
});

describe('monevPath', () => {
  it('leaves out what is empty', () => {
    expect(monevPath('ranking', { branch: null, area: 3, shared: true, by: '' })).toBe(
      '/kader-jkn/monev/ranking?area=3&shared=true',
    );
    expect(monevPath('options', { ...noChoice, reach: null })).toBe('/kader-jkn/monev/options');
  });
});
