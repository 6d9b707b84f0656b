import type { HookExtensionContext, RegisterFunctions } from '@directus/types';
import { readInstanceLink } from '../../server/messages/instance-link.ts';
import { checkChangedTemplates, checkNewTemplate } from '../../server/messages/templates/check-template.ts';
import { inOwnLanguage } from './own-language.ts';

type Told = Readonly<Record<string, unknown>>;

/** A template is read, and tried with examples, before it is saved: by whatever way it comes. */
export function registerTemplates({ filter }: RegisterFunctions, { env }: Pick<HookExtensionContext, 'env'>): void {
  readInstanceLink(env);

  filter<Told>(
    'message_template.items.create',
    inOwnLanguage(async (told) => {
      await checkNewTemplate(told);
      return told;
    }),
  );

  filter<Told>(
    'message_template.items.update',
    inOwnLanguage(async (told, { keys }, { database }) => {
      await checkChangedTemplates(database, keys, told);
      return told;
    }),
  );
}
