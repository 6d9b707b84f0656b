/** Kader of the demo, spread over the districts and villages of a regency. */
import type { DateText, Kader } from '../../extensions/kader-jkn/src/contract/records.ts';
import type { AreaDirectory } from './areas.ts';
import { address, person } from './people.ts';
import type { DemoEvent, DemoKader } from './programme.ts';
import type { Random } from './random.ts';

export interface KaderWish {
  regency: string;
  count: number;
  joined: DateText;
  status?: Kader['status'];
  events?: DemoEvent[];
}

const allFunctions = ['reminder', 'collector', 'social_marketing', 'education', 'enrolment', 'information'];

/** Kader of one regency, each with up to four desa of one kecamatan. Kecamatan are taken in turn. */
export function makeKader(random: Random, areas: AreaDirectory, wish: KaderWish): DemoKader[] {
  const districts = areas.districtsOf(wish.regency);
  const names = new Set<string>();
  return Array.from({ length: wish.count }, (_, index) => {
    const district = districts[index % districts.length];
    if (!district) throw new Error(`no districts in ${wish.regency}`);
    let who = person(random);
    while (names.has(who.name)) who = person(random);
    names.add(who.name);
    const status = wish.status ?? 'active';
    return {
      name: who.name,
      gender: who.gender,
      address: address(random),
      status,
      functions: allFunctions,
      district,
      villages: random.shuffled(areas.villagesOf(district)).slice(0, 4),
      from: wish.joined,
      joined_on: status === 'candidate' ? null : wish.joined,
      events: wish.events ?? [
        {
          kind: 'trained',
          on_date: wish.joined,
          note: 'asumsi demo: konsep JKN, tugas kader, praktik lapangan, kepesertaan, manfaat, iuran',
        },
        { kind: 'joined', on_date: wish.joined },
      ],
    };
  });
}
