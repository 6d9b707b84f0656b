import type { OperationApiConfig } from '@directus/types';
import { closeByPerson } from '../../server/close-by-person.ts';

interface Options {
  /** id of a `period`, or several */
  period?: unknown;
}

/** Closes a month of the books in a flow, on behalf of whoever set it off. */
const operation: OperationApiConfig<Options> = {
  id: 'kader-close-month',
  handler: async ({ period }, context) => await closeByPerson(period, context, new Date()),
};

export default operation;
