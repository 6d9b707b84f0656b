/**
 * The Directus server as a child process: stops when it is told to, and also when its parent is gone without a word
 * (kill -9), so that nothing is left on the port.
 */
import { startServer } from '@directus/api/server';

process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
await startServer();
