import type { HookExtensionContext, RegisterFunctions } from '@directus/types';
import { keepSending } from '../../server/messages/keep-sending.ts';
import { readMessageHost } from '../../server/messages/message-host.ts';
import { wakeOutbox, wakeWith } from '../../server/messages/wake-outbox.ts';

const everyMinute = '* * * * *';

/** The outbox: woken after a commit that queued something, and every minute in any case. Commands queue, and only a server sends. */
export function registerMessages({ init, schedule }: RegisterFunctions, context: HookExtensionContext): void {
  const { env, getSchema, logger } = context;
  readMessageHost(env);
  const wake = keepSending(context);
  init('routes.after', () => {
    wakeWith(() => {
      void getSchema()
        .then((schema) => {
          if (schema.collections['message']?.fields['message_id'] !== undefined) wake();
        })
        .catch((error: unknown) => logger.error(error, 'Kader JKN: messages could not be sent'));
    });
  });
  schedule(everyMinute, wakeOutbox);
}
