import { Agent, request } from 'node:http';

export interface BurstOrder {
  url: string;
  token: string;
  path: string;
  /** requests at once; each connection sends its next one when the last was answered */
  connections: number;
  requests: number;
  nextBody: () => unknown;
}

function post(agent: Agent, { url, path, token }: BurstOrder, body: unknown): Promise<void> {
  const text = JSON.stringify(body);
  return new Promise((done, failed) => {
    const sent = request(
      new URL(path, url),
      {
        agent,
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
        },
      },
      (response) => {
        let answer = '';
        response.setEncoding('utf8').on('data', (part) => (answer += part));
        response.on('end', () => {
          if (response.statusCode === 200) done();
          else failed(new Error(`${path} was answered with ${response.statusCode}: ${answer}`));
        });
      },
    );
    sent.on('error', failed);
    sent.end(text);
  });
}

/** Sends POST requests over some connections; returns the seconds until the last answer. Throws when one is not 200. */
export async function sendBurst(order: BurstOrder): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: order.connections });
  let left = order.requests;
  const started = performance.now();
  try {
    await Promise.all(
      Array.from({ length: order.connections }, async () => {
        while (left-- > 0) await post(agent, order, order.nextBody());
      }),
    );
    return (performance.now() - started) / 1000;
  } finally {
    agent.destroy();
  }
}
