/** What `kader-hand-to-gateway` POSTs to a gateway for WhatsApp or SMS, as JSON. */
import type { Id } from './records.ts';

/**
 * Signed by two headers: `X-Kader-Timestamp` (seconds since 1970) and `X-Kader-Signature`, `sha256=` and the hexadecimal
 * HMAC-SHA256 over `<timestamp>.<body>` with the shared secret. A gateway that answers 2xx has taken the message.
 */
export interface GatewayMessage {
  id: Id;
  channel: 'whatsapp' | 'sms';
  /** telephone number in international form without plus: 6281234567890 */
  to: string;
  text: string;
  /** the same at every attempt: what was taken once is not sent again */
  idempotency_key: string;
}
