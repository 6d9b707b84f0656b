import { type IncomingMessage, request as requestByHttp } from 'node:http';
import { request as requestByHttps } from 'node:https';
import type { SignedRequest } from './sign-message.ts';

/** An answer is kept with the message; a whole page of it says no more. */
const mostOfAnAnswer = 2000;

/**
 * - `answered`: with a status of HTTP
 * - `unreached`: no byte of the message left this machine
 * - `unanswered`: it may have been taken
 * - `withheld`: `begin` said that it is not ours to send any more
 */
export type GatewayAnswer =
  | { kind: 'answered'; status: number; text: string }
  | { kind: 'unreached'; error: string }
  | { kind: 'unanswered'; error: string }
  | { kind: 'withheld' };

interface PostSettings {
  milliseconds: number;
  /** called once the gateway is reached and before anything is sent */
  begin: () => Promise<boolean>;
}

/** Sends one signed request on a connection of its own, follows no redirection, and tells what can be known of it. */
export async function postToGateway(
  url: URL,
  { body, headers }: SignedRequest,
  { milliseconds, begin }: PostSettings,
): Promise<GatewayAnswer> {
  const isSecure = url.protocol === 'https:';
  // a kept connection may be gone without anybody having said so: then nobody could tell what had been sent
  const asked = (isSecure ? requestByHttps : requestByHttp)(url, { method: 'POST', headers, agent: false });
  let hasBegun = false;

  return await new Promise<GatewayAnswer>((resolve, reject) => {
    const clock = setTimeout(() => asked.destroy(new Error(`No answer within ${milliseconds / 1000} s`)), milliseconds);
    const settle = (answer: GatewayAnswer): void => {
      clearTimeout(clock);
      resolve(answer);
      asked.destroy();
    };
    asked.on('error', (error) => settle({ kind: hasBegun ? 'unanswered' : 'unreached', error: wordsOf(error) }));
    asked.on('response', (response) => {
      readAnswer(response).then(
        (text) => settle({ kind: 'answered', status: response.statusCode ?? 0, text }),
        () => settle({ kind: 'answered', status: response.statusCode ?? 0, text: '' }),
      );
    });
    asked.on('socket', (socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        begin().then(
          (ours) => {
            if (!ours) return settle({ kind: 'withheld' });
            if (asked.destroyed) return;
            hasBegun = true;
            asked.end(body);
          },
          (error: unknown) => {
            clearTimeout(clock);
            asked.destroy();
            reject(error);
          },
        );
      });
    });
  });
}

async function readAnswer(response: IncomingMessage): Promise<string> {
  let text = '';
  response.setEncoding('utf8');
  for await (const part of response) {
    text += part;
    if (text.length >= mostOfAnAnswer) break;
  }
  return text.slice(0, mostOfAnAnswer);
}

/** Of a host with several addresses, the first one's reason: Node's own error has none. */
function wordsOf(error: Error): string {
  const reasons = error instanceof AggregateError ? error.errors.map((one) => String((one as Error).message)) : [];
  return error.message || reasons[0] || error.name;
}
