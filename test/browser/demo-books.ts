import { expect } from 'vitest';
import { addMonths, dateOf, monthOf } from '../../extensions/kader-jkn/src/core/period.ts';
import { demoInstance } from './demo-instance.ts';

/** The branch of today, in which the demo accounts work. */
export const branchCode = 'KC-CTH';
export const ofBranch = `filter[branch][code][_eq]=${branchCode}`;
export const presentMonth = monthOf(dateOf(new Date(), 'Asia/Jakarta'));
/** Ended, and waiting for its close. */
export const lastMonth = addMonths(presentMonth, -1);

/** What the API answers an administrator: what the screen is compared with. */
export async function read<T>(path: string): Promise<T> {
  const { admin } = await demoInstance();
  const { status, body } = await admin.get(path);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data;
}

export async function readOne<T>(path: string): Promise<T> {
  const [first] = await read<T[]>(path);
  if (first === undefined) throw new Error(`The demo has nothing at ${path}.`);
  return first;
}

export async function branchNamed(code: string): Promise<{ id: number; name: string }> {
  return await readOne(`/items/branch?fields=id,name&filter[code][_eq]=${code}`);
}
