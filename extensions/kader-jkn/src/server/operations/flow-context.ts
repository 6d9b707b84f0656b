import type { Accountability, ApiExtensionContext } from '@directus/types';
import type { Desk } from '../desk/desk.ts';

/** What a flow hands to an operation; no accountability: nobody set it off. */
export type FlowContext = Pick<ApiExtensionContext, 'database' | 'services' | 'getSchema' | 'logger'> & {
  accountability: Accountability | null;
};

/**
 * Who acts when nobody set a flow off: a schedule, or an event that a process of Directus caused. As the system, because only an
 * administrator can make such a flow, and chose what it does; every other flow acts with the rights of the person (or the
 * public) that set it off, and those rights are asked inside each operation.
 */
function theSystem(): Accountability {
  return { user: null, role: null, roles: [], admin: true, app: true, ip: null };
}

/**
 * What an option means that nobody touched in its form: the form shows a usual value, but Directus keeps only what somebody
 * entered. The same value is found in what set the flow off, by the `way` to it.
 */
export function untouched<Told>(
  told: Told | undefined,
  data: Record<string, unknown> | undefined,
  way: readonly string[],
) {
  if (told !== undefined) return told;
  return way.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | null | undefined)?.[step],
    data?.['$trigger'],
  );
}

/** Where the trigger of a button holds what was selected, and an event on records what it is about. */
export const selectedRecords = ['body', 'keys'] as const;
export const firstSelected = ['body', 'keys', '0'] as const;
export const eventRecord = ['key'] as const;

/** The flow as a caller of our use cases. */
export async function deskOfFlow(
  { database, services, getSchema, accountability }: FlowContext,
  now: () => Date,
): Promise<Desk> {
  return { knex: database, schema: await getSchema(), accountability: accountability ?? theSystem(), services, now };
}
