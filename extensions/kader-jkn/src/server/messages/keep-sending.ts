import { moreIsDue } from './more-is-due.ts';
import type { OutboxContext } from './outbox-context.ts';
import { runOutbox } from './run-outbox.ts';

/** After so long the minute's rate may have room again. */
const soon = 5_000;

/**
 * The outbox of this process: rounds one after the other, however often it is woken. What the rate left over is looked at
 * again soon; everything else waits for the next waking or the schedule of every minute.
 */
export function keepSending(context: OutboxContext): () => void {
  let running = false;
  let again = false;
  let isTimed = false;

  const wake = (): void => {
    again = true;
    if (!running) void rounds();
  };

  const later = (): void => {
    if (isTimed) return;
    isTimed = true;
    setTimeout(() => {
      isTimed = false;
      wake();
    }, soon).unref();
  };

  async function rounds(): Promise<void> {
    running = true;
    try {
      while (again) {
        again = false;
        const round = await runOutbox(context);
        if (round.sent + round.failed + round.waiting + round.unsure > 0) {
          context.logger.info(round, 'Kader JKN: messages were sent');
        }
        if (round.sent > 0 && !round.troubled && (await moreIsDue(context.database, new Date()))) later();
      }
    } catch (error) {
      context.logger.error(error, 'Kader JKN: messages could not be sent; the next round tries again');
    } finally {
      running = false;
    }
  }

  return wake;
}
