import type { RegisterFunctions } from '@directus/types';
import type { Params } from '../../core/result.ts';
import { languageOf, rememberRequest, savesForm } from '../../server/caller-language.ts';
import { refusalOfDatabase } from '../../server/database-error.ts';
import { isRefusalCode, refusalText } from '../../server/errors.ts';

interface AnsweredError {
  message: string;
  extensions: Params & { code: string };
}

/**
 * What triggers raise becomes our refusals; the answer to a request speaks the caller's language, and a form of the Data
 * Studio gets the refusal of a field as that field's validation message (design 6).
 */
export function registerRefusals({ filter, init }: RegisterFunctions): void {
  init('routes.before', ({ app }) => {
    app.use((request: Parameters<typeof rememberRequest>[0], _response: unknown, next: () => void) => {
      rememberRequest(request);
      next();
    });
  });

  filter<unknown>('database.error', (error) => refusalOfDatabase(error) ?? error);

  filter<AnsweredError[]>('request.error', async (errors, _meta, { accountability, database }) => {
    if (!errors.some(({ extensions }) => isRefusalCode(extensions.code))) return errors;
    const language = await languageOf(accountability, database).catch(() => 'id' as const);
    return errors.map(({ message, extensions }) => {
      const { code, field } = extensions;
      if (!isRefusalCode(code)) return { message, extensions };
      const text = refusalText(code, extensions, language);
      if (!field || !savesForm(accountability)) return { message: text, extensions };
      const shown = { ...extensions, code: 'FAILED_VALIDATION', reason: code, type: code, validation_message: text };
      return { message: text, extensions: shown };
    });
  });
}
