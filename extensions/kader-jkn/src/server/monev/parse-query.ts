import { z } from 'zod';
import { monthsBetween, type Period } from '../../core/period.ts';
import { refusal } from '../errors.ts';

const mostMonths = 120;

/** What was wrong with a value, in Indonesian and English. */
const whys = {
  number: ['harus bilangan bulat di atas nol', 'must be a whole number above zero'],
  month: ['harus bulan seperti 2022-01', 'must be a month like 2022-01'],
  choice: ['bukan pilihan yang dikenal', 'is not a known choice'],
  both: ['isi juga bulan terakhir', 'give the last month too'],
  order: ['harus sebelum atau sama dengan bulan terakhir', 'must not be after the last month'],
  length: [`rentang paling banyak ${mostMonths} bulan`, `a span holds ${mostMonths} months at most`],
  most: ['terlalu besar', 'is too large'],
} as const;

type Why = keyof typeof whys;

export const because = (why: Why) => ({ error: why });

export const count = (most: number) =>
  z.coerce.number(because('number')).int(because('number')).min(1, because('number')).max(most, because('most'));
export const id = count(2_147_483_647)
  .optional()
  .transform((value) => value ?? null);
export const month = z
  .string(because('month'))
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, because('month'))
  .optional()
  .transform((value) => value ?? null);
const measure = z
  .enum(
    ['collection', 'families_visited', 'contacts_per_day', 'enrolments', 'kader', 'arrears_share'],
    because('choice'),
  )
  .default('collection');
export const flag = z
  .enum(['true', 'false'], because('choice'))
  .default('false')
  .transform((value) => value === 'true');

export const span = {
  from: month,
  to: month,
  months: count(mostMonths)
    .optional()
    .transform((value) => value ?? null),
};

/** Both ends or only the last, in order, and no longer than ten years. */
export function checkSpan(
  { from, to }: { from: string | null; to: string | null },
  issues: z.core.$RefinementCtx,
): void {
  const refuse = (path: string, message: Why) => issues.addIssue({ code: 'custom', path: [path], message });
  if (from === null) return;
  if (to === null) refuse('to', 'both');
  else if (from > to) refuse('from', 'order');
  else if (monthsBetween(from as Period, to as Period) >= mostMonths) refuse('from', 'length');
}

export const attainmentQuery = z
  .object({
    branch: id,
    area: id,
    kader: id,
    measure,
    ...span,
    by: z
      .enum(['branch', 'regency', 'district', 'kader', 'month'], because('choice'))
      .optional()
      .transform((value) => value ?? null),
  })
  .superRefine(checkSpan);

export const rankingQuery = z
  .object({ branch: id, area: id, measure, ...span, shared: flag, count: count(500).default(200) })
  .superRefine(checkSpan);

export const zeroWatchQuery = z.object({
  branch: id,
  area: id,
  kader: id,
  to: month,
  months: count(36).default(7),
  count: count(500).default(200),
});

export const optionsQuery = z.object({ branch: id });

/** The query as its schema says, or KADER_QUERY_INVALID {field, why} for the first thing that cannot be read. */
export function parseQuery<Schema extends z.ZodType>(schema: Schema, query: unknown): z.output<Schema> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const [why, why_en] = whys[(issue?.message ?? 'choice') as Why] ?? whys.choice;
  throw refusal('KADER_QUERY_INVALID', { field: issue?.path.join('.') ?? '', why, why_en });
}
