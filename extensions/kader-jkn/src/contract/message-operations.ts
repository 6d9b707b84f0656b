/** What the operations that queue messages and hand them to gateways tell the next step of a flow: counts and ids, never a name or an address. */
import type { AudienceKey } from './message-audiences.ts';
import type { Id } from './records.ts';

/** kader-queue-message */
export interface MessagesQueued {
  /** null: to one recipient */
  audience: AudienceKey | null;
  /** messages that are new */
  queued: number;
  /** asked for again, and queued or sent already */
  repeated: number;
  /** batches that wait for a head */
  waiting: Id[];
}

/** kader-hand-to-gateway */
export interface MessagesHandedOver {
  /** taken up by this run */
  taken: number;
  sent: number;
  /** the gateway refused them, for good */
  failed: number;
  /** tried again later, or by the next run */
  again: number;
  /** it is not known whether the gateway has them */
  unsure: number;
  /** not handed over: stopped, muted, out of hours, or changed in between */
  skipped: number;
}
