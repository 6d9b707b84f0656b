import type { MessageAbout } from '../../../extensions/kader-jkn/src/contract/message-contexts.ts';
import type {
  MessageTemplate,
  TemplateAttachment,
  TemplateLanguage,
} from '../../../extensions/kader-jkn/src/contract/message-records.ts';
import type { Tracked } from '../../../extensions/kader-jkn/src/contract/records.ts';

export type MessageTemplateDefinition = Omit<MessageTemplate, keyof Tracked>;

interface Words {
  subject: string;
  html: string;
}

/** What a message says on each channel that it is sent by. */
interface Channels {
  email?: Record<TemplateLanguage, Words> & { attachment?: TemplateAttachment };
  letter?: Record<TemplateLanguage, Words>;
  whatsapp?: Record<TemplateLanguage, string>;
  /** for whoever rewords it */
  note?: readonly [id: string, en: string];
}

const languages: readonly TemplateLanguage[] = ['id-ID', 'en-US'];

/** The templates of one key, of every branch and in use: each channel in Indonesian and in English. */
export function templates(
  key: string,
  about: MessageAbout,
  name: readonly [id: string, en: string],
  { email, letter, whatsapp, note }: Channels,
): MessageTemplateDefinition[] {
  return languages.flatMap((language) => {
    const english = language === 'en-US' ? 1 : 0;
    const shared: Omit<MessageTemplateDefinition, 'channel'> = {
      ...{ key, name: name[english], about, language },
      ...{ branch: null, status: 'active', note: note?.[english] ?? null },
      ...{ subject: null, html: null, text: null, attachment: null },
    };
    return [
      ...(email
        ? [{ ...shared, ...titled(email[language]), channel: 'email' as const, attachment: email.attachment ?? null }]
        : []),
      ...(letter ? [{ ...shared, ...titled(letter[language]), channel: 'letter' as const }] : []),
      ...(whatsapp ? [{ ...shared, channel: 'whatsapp' as const, text: whatsapp[language].trim() }] : []),
    ];
  });
}

function titled({ subject, html }: Words): Words {
  return { subject, html: html.trim() };
}
