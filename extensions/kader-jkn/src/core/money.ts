/** Whole rupiah and basis points. No fraction of a rupiah ever exists; rounding happens once, half up. */

declare const brand: unique symbol;

/** Whole rupiah. */
export type Rupiah = number & { readonly [brand]: 'Rupiah' };

/** Hundredths of a percent: 2500 is 25%. */
export type BasisPoints = number & { readonly [brand]: 'BasisPoints' };

export const basisPointsOfWhole = 10_000;

/** The amount as rupiah; a fraction or an unsafe number is a programmer's error. */
export function rupiah(amount: number): Rupiah {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not whole rupiah: ${amount}`);
  return (amount + 0) as Rupiah;
}

/** The rate as basis points; a fraction of one is a programmer's error. */
export function basisPoints(rate: number): BasisPoints {
  if (!Number.isSafeInteger(rate)) throw new RangeError(`Not whole basis points: ${rate}`);
  return rate as BasisPoints;
}

/**
 * A rate of an amount, rounded half up to the rupiah; what a negative amount takes back is what the positive one gave.
 */
export function shareOf(amount: number, rate: number): Rupiah {
  const positive = Math.abs(amount);
  const wholes = Math.floor(positive / basisPointsOfWhole) * rate;
  const remainder = Math.floor(((positive % basisPointsOfWhole) * rate + basisPointsOfWhole / 2) / basisPointsOfWhole);
  return rupiah(Math.sign(amount) * (wholes + remainder));
}

/** `total × part ÷ whole` rounded half up, exact beyond 2^53. All non-negative rupiah, whole above zero. */
export function prorate(total: number, part: number, whole: number): Rupiah {
  const [product, divisor] = [BigInt(total) * BigInt(part), BigInt(whole)];
  return rupiah(Number((2n * product + divisor) / (2n * divisor)));
}

/**
 * Splits a non-negative total by non-negative weights into shares that sum to it exactly; equally when nothing weighs.
 */
export function allocate(total: number, weights: readonly number[]): Rupiah[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0 && weights.length > 0)
    return allocate(
      total,
      weights.map(() => 1),
    );
  let weighed = 0;
  let given = 0;
  return weights.map((weight) => {
    weighed += weight;
    const upToHere = prorate(total, weighed, sum);
    const share = rupiah(upToHere - given);
    given = upToHere;
    return share;
  });
}

/** `Rp 1.250.000`, for the sentences that are stored with a record; screens format in studio. */
export function formatRupiah(amount: number): string {
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${amount < 0 ? '-' : ''}Rp ${digits}`;
}

/** `12,55%`, for the sentences that are stored with a record. */
export function formatRate(rate: number): string {
  return `${String(rate / 100).replace('.', ',')}%`;
}
