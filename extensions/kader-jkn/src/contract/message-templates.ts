/** Trying a template before it is saved: `/kader-jkn/templates/`. */
import type { MessageTemplate } from './message-records.ts';
import type { Id } from './records.ts';

/** What of a template decides how it looks. */
export type TemplateDraft = Pick<MessageTemplate, 'about' | 'channel' | 'language' | 'subject' | 'html' | 'text'>;

/** What is wrong in a template, as a sentence in both languages, and where; line and column null: nowhere in particular. */
export interface TemplateFinding {
  field: 'subject' | 'html' | 'text';
  line: number | null;
  column: number | null;
  id: string;
  en: string;
}

/** POST /kader-jkn/templates/preview {template, item}; `?as=pdf`: the letter itself */
export interface TemplatePreview {
  /** null where there are problems */
  subject: string | null;
  html: string | null;
  text: string | null;
  /** whose data; null: the examples */
  record: string | null;
  problems: TemplateFinding[];
}

/** GET /kader-jkn/templates/records?about=: one of the newest that the caller may read */
export interface TemplateRecord {
  id: Id;
  label: string;
}
