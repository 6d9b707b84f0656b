import type { DirectusError } from '@directus/errors';
import type { TemplateProblem } from '../../../documents/index.ts';
import { refusal } from '../../errors.ts';

/** Whether an error is a problem of a template; the class itself lives in `dist/documents.js`, which may not be loaded. */
export function isTemplateProblem(error: unknown): error is TemplateProblem {
  return error instanceof Error && error.name === 'TemplateProblem';
}

/** A problem of a template as KADER_TEMPLATE_INVALID with field, line and column; any other error as it is. */
export function refusalOfProblem(error: unknown): DirectusError | unknown {
  if (!isTemplateProblem(error)) return error;
  const { sentence, field, line, column } = error;
  return refusal('KADER_TEMPLATE_INVALID', {
    problem: sentence.id,
    problem_en: sentence.en,
    field: field ?? 'html',
    line,
    column,
  });
}
