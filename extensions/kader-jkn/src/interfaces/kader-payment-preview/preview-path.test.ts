import { expect, it } from 'vitest';
import { previewPath, storedPrice } from './preview-path.ts';

it('asks nothing before a family is chosen', () => {
  expect(previewPath({ amount: 50_000 })).toBeNull();
});

it('asks with what the form holds so far', () => {
  expect(previewPath({ binaan: 7 })).toBe('/kader-jkn/preview?binaan=7&kind=arrears');
  expect(previewPath({ binaan: 7, amount: 50_000, kind: 'current', paid_at: '2022-01-31T16:30:00Z' })).toBe(
    '/kader-jkn/preview?binaan=7&kind=current&amount=50000&paid_at=2022-01-31T16%3A30%3A00Z',
  );
});

it('shows a stored price only where the role may read it', () => {
  expect(storedPrice({ month: '2022-01' })).toBeNull();
  expect(storedPrice({ month: '2022-01', commission: 5, explanation: 'x' })).toMatchObject({ commission: 5 });
});
