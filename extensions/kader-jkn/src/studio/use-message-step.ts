import type { Id } from '../contract/records.ts';
import { type Posting, usePosting } from './use-posting.ts';

/** `again` puts a message back into the queue, with `confirm` and a note where it may have been sent already. */
export type MessageStep =
  | { step: 'cancel'; note: string | null }
  | { step: 'again'; note: string | null; confirm?: true }
  | { step: 'sent-by-hand'; note?: string | null };

export interface MessageSteps extends Pick<Posting, 'posting' | 'refused'> {
  /** takes one step of one message; true when it was accepted */
  take: (message: Id, step: MessageStep) => Promise<boolean>;
}

/** The steps that a person takes with one message. */
export function useMessageStep(): MessageSteps {
  const { post, posting, refused } = usePosting();
  return {
    posting,
    refused,
    take: async (message, { step, ...told }) =>
      (await post<unknown>(`/kader-jkn/messages/${message}/${step}`, told)) !== null,
  };
}
