import { createServer } from 'node:net';
import { StopSentence } from './stop-sentence.ts';

const reasons: Record<string, string> = {
  EADDRINUSE: 'is in use. Stop what listens there, or choose another port with PORT',
  EACCES: 'may not be opened by this user. Choose another port (above 1023) with PORT',
  EADDRNOTAVAIL: 'does not exist on this machine. Choose another address with HOST',
  ENOTFOUND: 'cannot be found. Choose another address with HOST',
};

/** Refuses with a sentence when nothing can listen on the address now. */
export function checkPort(host: string, port: number): Promise<void> {
  return new Promise((free, taken) => {
    const server = createServer();
    server.on('error', (error: NodeJS.ErrnoException) => {
      taken(new StopSentence(`${host}:${port} ${reasons[error.code ?? ''] ?? `cannot be used (${error.message})`}.`));
    });
    server.listen({ host, port, exclusive: true }, () => server.close(() => free()));
  });
}
