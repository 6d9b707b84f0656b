import type { TemplateLanguage } from '../../../contract/message-records.ts';
import type { TimeZone } from '../../../contract/records.ts';
import type { RenderedMessage, TemplateBody } from '../../../documents/index.ts';
import type { StudioLocale } from '../../../studio/format.ts';
import { loadDocuments } from '../../load-documents.ts';

export type { RenderedMessage, TemplateBody };

/**
 * A template filled with a context that `readContext` made. Throws a TemplateProblem (see `refusalOfProblem`) with field, line
 * and column where the template cannot be rendered, or would grow beyond its bounds. Written in the template's language.
 */
export async function renderMessage(
  template: TemplateBody & { language?: TemplateLanguage },
  context: Record<string, unknown>,
  { locale = template.language ?? 'id-ID', timeZone }: { locale?: StudioLocale; timeZone: TimeZone },
): Promise<RenderedMessage> {
  const documents = await loadDocuments();
  return documents.renderMessage(template, context, { locale, timeZone });
}
