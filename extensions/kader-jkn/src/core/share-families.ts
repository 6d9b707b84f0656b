/**
 * Shares families that nobody holds among the kader of their desa: levelled by work, within capacity, neighbours together.
 * The same facts give the same answer, and nobody is ranked: what counts is how much a kader has to do already.
 */
import { cutRun, type Room, type Run } from './cut-run.ts';
import { workOf } from './family-work.ts';

/** Families of one RT/RW of a desa, counted; those of priority come first in it. */
export interface Neighbourhood {
  /** id of the desa */
  desa: number;
  /** RW and RT in the order of the desa (`003/012`); empty: the address names none */
  place: string;
  families: number;
  /** months they owe together */
  months: number;
  /** how many of them the policy puts first, and the months those owe */
  priorityFamilies: number;
  priorityMonths: number;
}

/** A kader who may be given families, with what they hold already. */
export interface Sharer {
  kader: number;
  code: string;
  /** ids of the desa binaan */
  desa: readonly number[];
  families: number;
  months: number;
}

/** Families that a kader holds already in a neighbourhood: new ones go to whoever is near. */
export interface HeldNeighbourhood {
  kader: number;
  desa: number;
  place: string;
  families: number;
}

export interface ShareFacts {
  neighbourhoods: readonly Neighbourhood[];
  sharers: readonly Sharer[];
  held: readonly HeldNeighbourhood[];
  /** families a kader (policy); null: no limit */
  capacity: number | null;
  /** somebody chose to go above capacity where a desa has no room left */
  aboveCapacity: boolean;
}

/** A kader gets the families of a neighbourhood from one place in its order to another, both counted from 1 and included. */
export interface Share {
  desa: number;
  place: string;
  first: number;
  last: number;
  kader: number;
}

/** Families of a desa that find nobody. */
export interface LeftInDesa {
  desa: number;
  families: number;
  reason: 'no-kader' | 'above-capacity';
}

export interface Sharing {
  shares: Share[];
  left: LeftInDesa[];
}

/** Who gets which families, desa by desa; those with the fewest kader first, because they have no choice. */
export function shareFamilies(facts: ShareFacts): Sharing {
  const rooms = new Map(facts.sharers.map((sharer) => [sharer.kader, roomOf(sharer, facts.capacity)]));
  const sharing: Sharing = { shares: [], left: [] };
  for (const { desa, neighbourhoods, sharers } of desaInOrder(facts)) {
    const inDesa = sharers.flatMap(({ kader }) => rooms.get(kader) ?? []);
    const left = shareDesa(desa, neighbourhoods, inDesa, facts.aboveCapacity, sharing.shares);
    if (left > 0) {
      sharing.left.push({ desa, families: left, reason: inDesa.length === 0 ? 'no-kader' : 'above-capacity' });
    }
  }
  return sharing;
}

/** Shares one desa; returns how many families are left. Where room is short, the families of priority go first. */
function shareDesa(
  desa: number,
  neighbourhoods: readonly Neighbourhood[],
  rooms: readonly Room[],
  aboveCapacity: boolean,
  shares: Share[],
): number {
  const total = neighbourhoods.reduce((sum, { families }) => sum + families, 0);
  if (rooms.length === 0) return total;
  const isShort = rooms.reduce((sum, { families }) => sum + families, 0) < total;
  const runs = isShort ? [priorityRun(neighbourhoods), restRun(neighbourhoods)] : [wholeRun(neighbourhoods)];
  const add = (place: string, first: number, last: number, kader: number) =>
    shares.push({ desa, place, first, last, kader });
  let unplaced = runs.flatMap((run) => cutRun(run, rooms, add));
  if (aboveCapacity && unplaced.length > 0) {
    const boundless = rooms.map((room) => ({ ...room, families: Number.POSITIVE_INFINITY }));
    unplaced = cutRun(unplaced, boundless, add);
    rooms.forEach((room, index) => {
      room.work = boundless[index]?.work ?? room.work;
    });
  }
  return unplaced.reduce((sum, { families }) => sum + families, 0);
}

interface DesaToShare {
  desa: number;
  neighbourhoods: Neighbourhood[];
  /** along the order of the desa: who holds families at its beginning comes first */
  sharers: Sharer[];
}

function desaInOrder({ neighbourhoods, sharers, held }: ShareFacts): DesaToShare[] {
  const byDesa = groupBy(neighbourhoods, ({ desa }) => desa);
  const heldIn = groupBy(held, ({ desa }) => desa);
  const sharersOf = new Map<number, Sharer[]>();
  for (const sharer of sharers) {
    for (const desa of new Set(sharer.desa)) sharersOf.set(desa, [...(sharersOf.get(desa) ?? []), sharer]);
  }
  return [...byDesa]
    .map(([desa, found]) => ({
      desa,
      neighbourhoods: found.toSorted((one, other) => byPlace(one.place, other.place)),
      sharers: alongTheDesa(sharersOf.get(desa) ?? [], heldIn.get(desa) ?? []),
    }))
    .sort((one, other) => one.sharers.length - other.sharers.length || one.desa - other.desa);
}

/** Kader by the middle of what they hold in the desa, so that new families join their neighbours; newcomers last, by code. */
function alongTheDesa(sharers: readonly Sharer[], held: readonly HeldNeighbourhood[]): Sharer[] {
  const places = [...new Set(held.map(({ place }) => place))].sort(byPlace);
  const rank = new Map(places.map((place, index) => [place, index]));
  const middle = new Map<number, number>();
  for (const [kader, own] of groupBy(held, (one) => one.kader)) {
    const families = own.reduce((sum, one) => sum + one.families, 0);
    const ranks = own.reduce((sum, one) => sum + one.families * (rank.get(one.place) ?? 0), 0);
    middle.set(kader, ranks / families);
  }
  const middleOf = ({ kader }: Sharer) => middle.get(kader) ?? Number.MAX_SAFE_INTEGER;
  return sharers.toSorted(
    (one, other) => middleOf(one) - middleOf(other) || byText(one.code, other.code) || one.kader - other.kader,
  );
}

function roomOf(sharer: Sharer, capacity: number | null): Room {
  return {
    kader: sharer.kader,
    work: workOf(sharer),
    families: capacity === null ? Number.POSITIVE_INFINITY : Math.max(0, capacity - sharer.families),
  };
}

function wholeRun(neighbourhoods: readonly Neighbourhood[]): Run {
  return neighbourhoods.map(({ place, families, months }) => ({ place, offset: 0, families, months }));
}

function priorityRun(neighbourhoods: readonly Neighbourhood[]): Run {
  return neighbourhoods
    .filter(({ priorityFamilies }) => priorityFamilies > 0)
    .map(({ place, priorityFamilies, priorityMonths }) => ({
      place,
      offset: 0,
      families: priorityFamilies,
      months: priorityMonths,
    }));
}

function restRun(neighbourhoods: readonly Neighbourhood[]): Run {
  return neighbourhoods
    .filter(({ families, priorityFamilies }) => families > priorityFamilies)
    .map(({ place, families, months, priorityFamilies, priorityMonths }) => ({
      place,
      offset: priorityFamilies,
      families: families - priorityFamilies,
      months: months - priorityMonths,
    }));
}

/** Addresses without RT and RW come last. */
function byPlace(one: string, other: string): number {
  return Number(one === '') - Number(other === '') || byText(one, other);
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
