/** Cuts the families of a desa, in the order of its addresses, into one stretch a kader. */
import { monthsAFamilyWeighs, workOf } from './family-work.ts';

/** Neighbours in a row: families of one RT/RW from `offset` on, and the months they owe together. */
export interface Stretch {
  place: string;
  offset: number;
  families: number;
  months: number;
}

export type Run = readonly Stretch[];

/** What a kader has to do and can still take; cutting counts both on. */
export interface Room {
  kader: number;
  /** months, as workOf counts them */
  work: number;
  families: number;
}

export type AddShare = (place: string, first: number, last: number, kader: number) => void;

/** A neighbourhood stays whole where that puts a share off by no more than this part of it. */
const tolerance = 0.1;

/** Gives every kader a stretch that levels their work, within their room; returns the stretches that found no room. */
export function cutRun(run: Run, rooms: readonly Room[], add: AddShare): Stretch[] {
  const portions = portionsOf(run, rooms);
  let left = [...run];
  rooms.forEach((room, index) => {
    left = takeStretch(left, room, portions[index] ?? 0, add);
  });
  // what is left over where neighbourhoods stayed whole goes to whoever has least to do
  for (const room of rooms.toSorted((one, other) => one.work - other.work)) {
    left = takeStretch(left, room, Number.POSITIVE_INFINITY, add);
  }
  return left;
}

/** Takes families from the head of a run until the portion of work is reached, and returns the rest. */
function takeStretch(run: readonly Stretch[], room: Room, portion: number, add: AddShare): Stretch[] {
  const left = [...run];
  let open = portion;
  for (let next = left[0]; next !== undefined && open > 0 && room.families > 0; next = left[0]) {
    const families = Math.min(room.families, wantedOf(next, open, portion));
    if (families === 0) break;
    const [taken, rest] = splitStretch(next, families);
    add(next.place, taken.offset + 1, taken.offset + families, room.kader);
    room.families -= families;
    room.work += workOf(taken);
    open -= workOf(taken);
    left.splice(0, 1, ...(rest === null ? [] : [rest]));
    if (rest !== null) break;
  }
  return left;
}

/** How many families of a stretch to take for what is open of a portion: all or none of it where that is near enough. */
function wantedOf(stretch: Stretch, open: number, portion: number): number {
  if (open === Number.POSITIVE_INFINITY) return stretch.families;
  const each = workOf(stretch) / stretch.families;
  const wanted = Math.min(stretch.families, Math.round(open / each));
  if ((stretch.families - wanted) * each <= portion * tolerance) return stretch.families;
  return wanted * each <= portion * tolerance ? 0 : wanted;
}

function splitStretch(stretch: Stretch, families: number): [Stretch, Stretch | null] {
  if (families === stretch.families) return [stretch, null];
  const months = Math.round((stretch.months * families) / stretch.families);
  return [
    { ...stretch, families, months },
    {
      place: stretch.place,
      offset: stretch.offset + families,
      families: stretch.families - families,
      months: stretch.months - months,
    },
  ];
}

/**
 * The work that each kader gets of a run (months), so that afterwards those who got any have the same: the level to which
 * the run fills them up, as water would, none above their room.
 */
function portionsOf(run: Run, rooms: readonly Room[]): number[] {
  const families = run.reduce((sum, stretch) => sum + stretch.families, 0);
  const work = run.reduce((sum, stretch) => sum + workOf(stretch), 0);
  const each = families === 0 ? monthsAFamilyWeighs : work / families;
  const spans = rooms.map((room) => ({ from: room.work, to: room.work + room.families * each }));
  const level = levelOf(spans, work);
  return spans.map(({ from, to }) => Math.max(0, Math.min(level, to) - from));
}

/** The height to which so much work fills the spans. */
function levelOf(spans: readonly { from: number; to: number }[], work: number): number {
  const steps = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((one, other) => one - other);
  let filled = 0;
  let level = steps[0] ?? 0;
  for (const step of steps.slice(1)) {
    const wide = spans.filter(({ from, to }) => from <= level && level < to).length;
    if (wide > 0 && filled + wide * (step - level) >= work) return level + (work - filled) / wide;
    filled += wide * (step - level);
    level = step;
  }
  return level;
}
