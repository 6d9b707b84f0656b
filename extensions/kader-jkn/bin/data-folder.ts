import { randomBytes, randomUUID } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from './process-table.ts';
import { StopSentence } from './stop-sentence.ts';

/** What only this instance knows; kept readable for its owner alone. */
export interface Secrets {
  /** signs Directus's tokens */
  secret: string;
  /** of the embedded database's superuser and of the application's own user */
  databasePassword: string;
  /** of the first administrator, where no ADMIN_PASSWORD was given and there is no demo */
  adminPassword: string;
}

/** What holds the data folder now. */
export interface LockContent {
  pid: number;
  token: string;
  /** of the running Directus; null while it is starting, and for a command */
  url: string | null;
  /** of the embedded PostgreSQL; null where DB_* names another server */
  postgresPort: number | null;
}

/** What earlier starts found out about this instance. */
export interface InstanceState {
  /** hash of the bundle whose installer last finished here */
  installed?: string;
  /** a demo that began to load into a database of somebody else's */
  unfinishedSeed?: boolean;
}

const privately = { mode: 0o600 };

/** Makes the data folder, or says why it cannot be used. */
export function openDataFolder(folder: string): void {
  try {
    mkdirSync(join(folder, 'uploads'), { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const probe = join(folder, `.write-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StopSentence(
      `The data folder ${folder} cannot be written (${reason}). Choose another with KADER_DATA_DIR.`,
    );
  }
}

/** Reads the secrets of this instance, making them at the first start. */
export function readSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const random = (bytes: number) => randomBytes(bytes).toString('base64url');
  const secrets: Secrets = { secret: random(48), databasePassword: random(24), adminPassword: random(12) };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, privately);
  chmodSync(file, privately.mode);
  return secrets;
}

export function readState(folder: string): InstanceState {
  const file = join(folder, 'state.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

export function writeState(folder: string, state: InstanceState): void {
  writeFileSync(join(folder, 'state.json'), `${JSON.stringify(state, null, 2)}\n`);
}

function readLockFile(file: string): LockContent | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Who holds the data folder now, or null. A lock whose process was killed holds nothing. */
export function lockHolder(folder: string): LockContent | null {
  const content = readLockFile(join(folder, 'lock.json'));
  return content && isRunning(content.pid, 'kader-jkn/bin') ? content : null;
}

export interface FolderLock {
  update: (content: Partial<Pick<LockContent, 'url' | 'postgresPort'>>) => void;
  release: () => void;
}

/** Takes the data folder for this process, or says who has it. */
export function lockDataFolder(folder: string): FolderLock {
  const file = join(folder, 'lock.json');
  let content: LockContent = { pid: process.pid, token: randomUUID(), url: null, postgresPort: null };
  const write = (flag: 'w' | 'wx') => writeFileSync(file, JSON.stringify(content), { ...privately, flag });

  const holder = lockHolder(folder);
  if (!holder) rmSync(file, { force: true });
  try {
    if (!holder) write('wx');
  } catch {
    // Somebody took it in this very moment.
  }
  if (readLockFile(file)?.token !== content.token) {
    const pid = (holder ?? readLockFile(file))?.pid ?? 'unknown';
    throw new StopSentence(
      `The data folder ${folder} is already in use by process ${pid}. Stop that one, or choose another folder with KADER_DATA_DIR.`,
    );
  }
  return {
    update: (change) => {
      content = { ...content, ...change };
      write('w');
    },
    release: () => rmSync(file, { force: true }),
  };
}
