import type { EmailOptions, SchemaOverview } from '@directus/types';
import type { Mailer, MailOutcome, OutgoingMail } from '../../mail/index.ts';
import type { OutboxContext } from './outbox-context.ts';

interface ServiceError {
  message?: string;
  code?: string;
  status?: number;
  $metadata?: { httpStatusCode?: number };
}

/** What never reached the service. */
const notReached: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH']);

/**
 * The transport of Directus itself, for SES and Mailgun. They take a message with one call, so nothing stands between being
 * asked and having taken it: any end without an answer is unsure (docs/messages.md).
 */
export function directusMailer({ services }: OutboxContext, schema: SchemaOverview): Mailer {
  return {
    send: async (mail, begin) => {
      if (!(await begin())) return { kind: 'lost' };
      try {
        const mails = new services.MailService({ schema });
        const info: { response?: string; messageId?: string } | null = await mails.send(asDirectusTakesIt(mail));
        if (info === null) return { kind: 'refused', error: 'A flow or hook of "email.send" stopped it.' };
        return { kind: 'sent', answer: info.response ?? info.messageId ?? '' };
      } catch (error) {
        return judgeServiceError(error as ServiceError);
      }
    },
    close: () => undefined,
  };
}

/** Its type knows a sender as text alone; it takes a name and an address as well. */
function asDirectusTakesIt({ html, replyTo, ...mail }: OutgoingMail): EmailOptions {
  const options = { ...mail, ...(html !== null && { html }), ...(replyTo !== null && { replyTo }) };
  return options as unknown as EmailOptions;
}

function judgeServiceError({ message = '', code = '', status, $metadata }: ServiceError): MailOutcome {
  const answered = status ?? $metadata?.httpStatusCode ?? 0;
  if (answered === 429 || notReached.has(code)) return { kind: 'later', error: message, troubled: true };
  if (answered === 401 || answered === 403) return { kind: 'later', error: message, troubled: true };
  if (answered >= 400 && answered < 500) return { kind: 'refused', error: message };
  return { kind: 'unsure', error: message };
}
