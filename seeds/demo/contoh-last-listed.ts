/** What the last list brought to the fictitious branch: families that nobody holds yet, and more than one kader can serve. */
import type { DuesRateRow } from '../../extensions/kader-jkn/src/core/dues.ts';
import type { Period } from '../../extensions/kader-jkn/src/core/period.ts';
import type { AreaDirectory } from './areas.ts';
import { FamilyMaker } from './families.ts';
import type { DemoFamily, DemoKader } from './programme.ts';
import { seededRandom } from './random.ts';

const inDesaOfKader = 24;
const inDesaWithoutKader = 14;
/** so many families more than the policy asks of a kader */
const tooMany = 12;

interface LastList {
  areas: AreaDirectory;
  kader: readonly DemoKader[];
  rates: readonly DuesRateRow[];
  /** the list is as of the last day of this month */
  listed: Period;
  /** place in `kader` of the one who is given more than they can serve */
  fillsUp: number;
  /** families they hold already, and families that the policy asks of a kader */
  before: number;
  capacity: number;
}

/** Families to add after all others; their own chance leaves everything before them as it is. */
export function lastListed({ areas, kader, rates, listed, fillsUp, before, capacity }: LastList): DemoFamily[] {
  const random = seededRandom('contoh-last-listed');
  const maker = new FamilyMaker(random, kader, rates);
  const served = new Set(kader.flatMap(({ villages }) => villages));
  const unserved = [...new Set(kader.map(({ district }) => district))]
    .flatMap((district) => areas.villagesOf(district))
    .filter((village) => !served.has(village));
  const unheld = (villages: readonly string[], count: number) =>
    villages.length === 0
      ? []
      : Array.from({ length: count }, () =>
          maker.make({ kader: null, village: random.pick(villages), listed, months: [3, 24] }),
        );
  const given = Array.from({ length: capacity + tooMany - before }, () =>
    maker.make({ kader: fillsUp, listed, months: [3, 24] }),
  );
  return [...unheld([...served], inDesaOfKader), ...unheld(unserved, inDesaWithoutKader), ...given];
}
