import { createHmac } from 'node:crypto';
import type { GatewayMessage } from '../../../contract/message-gateway.ts';
import type { ClaimedMessage } from '../claim-messages.ts';

export interface SignedRequest {
  body: string;
  headers: Record<string, string>;
}

/**
 * A message as a gateway gets it. The signature is HMAC-SHA256 over `<timestamp>.<body>`, so that nobody can send in our name
 * or send an old message anew.
 */
export function signMessage(message: ClaimedMessage, secret: string, now: Date): SignedRequest {
  const told: GatewayMessage = {
    id: message.id,
    channel: message.channel === 'sms' ? 'sms' : 'whatsapp',
    to: message.to_address ?? '',
    text: message.text ?? '',
    idempotency_key: message.message_id,
  };
  const body = JSON.stringify(told);
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      accept: 'application/json',
      'x-kader-timestamp': timestamp,
      'x-kader-signature': `sha256=${signature}`,
      'idempotency-key': message.message_id,
    },
  };
}
