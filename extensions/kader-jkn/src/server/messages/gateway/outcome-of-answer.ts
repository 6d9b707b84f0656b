import type { SendOutcome } from '../claim-messages.ts';
import type { GatewayAnswer } from './post-to-gateway.ts';

type Answered = Exclude<GatewayAnswer, { kind: 'withheld' }>;

export interface Judged {
  outcome: SendOutcome;
  /** the gateway is down or does not know us: whatever comes next would fare the same */
  stop: boolean;
}

/** Not for what the message says, but for now, or for how we ask: wrong address, wrong secret. */
const notThisMessage = new Set([401, 403, 404, 405, 407, 408, 425, 429]);

/**
 * What an answer means. 2xx: sent. Other answers of 4xx: refused for good, unless they are about us and not about the message.
 * 5xx or no answer: nobody can tell; a gateway that keeps to the idempotency key may be asked again.
 */
export function outcomeOfAnswer(answer: Answered, { mayAskAgain }: { mayAskAgain: boolean }): Judged {
  if (answer.kind === 'unreached') return { outcome: { kind: 'later', error: answer.error }, stop: true };
  if (answer.kind === 'unanswered') return { outcome: doubt(answer.error, mayAskAgain), stop: false };
  const { status, text } = answer;
  const words = `HTTP ${status}${text.trim() === '' ? '' : `: ${text.trim()}`}`;
  if (status >= 200 && status < 300) return { outcome: { kind: 'sent', answer: words }, stop: false };
  if (status >= 500) return { outcome: doubt(words, mayAskAgain), stop: false };
  if (status < 400 || notThisMessage.has(status)) return { outcome: { kind: 'later', error: words }, stop: true };
  return { outcome: { kind: 'refused', error: words }, stop: false };
}

function doubt(error: string, mayAskAgain: boolean): SendOutcome {
  return { kind: mayAskAgain ? 'later' : 'unsure', error };
}
