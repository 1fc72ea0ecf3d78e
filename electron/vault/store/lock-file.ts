import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { SinergiError } from '../../../shared/errors.ts';
import { lockName } from '../format/constants.ts';
import { diskError, exists } from './files.ts';

const holderSchema = z.object({
  pid: z.int().positive(),
  host: z.string(),
  /** Changes when the machine starts anew; empty where it cannot be read. */
  boot: z.string(),
  token: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

/** Held while a vault is open, so that two programs never write to one. */
export interface VaultLock {
  release(): Promise<void>;
}

/** Locks of this process: one that names this process and is not among them was left by an earlier one of the same number. */
const heldHere = new Set<string>();

/** A takeover takes milliseconds; a guard older than this was left by a crash in the middle of one. */
const guardLifetime = 10_000;

/** @throws SinergiError `vault-in-use` while the program that holds it lives, or when it holds it on another machine */
export async function lockVault(folder: string, token: string): Promise<VaultLock> {
  const path = join(folder, lockName);
  const own: Holder = { pid: process.pid, host: hostname(), boot: await bootOf(), token };
  if (!(await created(path, own)) && !(await takenOver(path, own))) throw new SinergiError('vault-in-use');
  heldHere.add(token);
  return {
    async release() {
      if ((await holderOf(path))?.token === token) await rm(path, { force: true });
      heldHere.delete(token);
    },
  };
}

async function created(path: string, content: object): Promise<boolean> {
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(JSON.stringify(content));
    } finally {
      await handle.close();
    }
    return true;
  } catch (cause) {
    if (exists(cause)) return false;
    throw diskError(cause);
  }
}

/** Only one program at a time may judge a lock stale and replace it; a second file is the guard. */
async function takenOver(path: string, own: Holder): Promise<boolean> {
  if (!(await isStale(path, own))) return false;
  const guard = `${path}.takeover`;
  if (!(await created(guard, own))) {
    if (await isOlderThan(guard, guardLifetime)) await rm(guard, { force: true });
    return false;
  }
  try {
    // Judged again under the guard: another program may just have taken it over.
    if (!(await isStale(path, own))) return false;
    await rm(path, { force: true });
    return await created(path, own);
  } catch (cause) {
    throw diskError(cause);
  } finally {
    await rm(guard, { force: true });
  }
}

async function isOlderThan(path: string, milliseconds: number): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > milliseconds;
  } catch {
    // Gone in the meantime.
    return false;
  }
}

async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    return holderSchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch {
    // Being written at this moment, or half-written by a crash: nobody can be named.
    return undefined;
  }
}

/** Left behind by a program of this machine that has died. A lock of another machine is never taken over. */
async function isStale(path: string, own: Holder): Promise<boolean> {
  const holder = await holderOf(path);
  if (holder === undefined) {
    // A writer needs an instant between making the file and filling it.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return (await holderOf(path)) === undefined;
  }
  if (holder.host !== own.host) return false;
  if (holder.boot !== '' && own.boot !== '' && holder.boot !== own.boot) return true;
  if (holder.pid === own.pid) return !heldHere.has(holder.token);
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'ESRCH';
  }
}

/** Linux names each start of the machine; elsewhere only the process number tells. */
async function bootOf(): Promise<string> {
  if (process.platform !== 'linux') return '';
  try {
    return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  } catch {
    // Hidden in some sandboxes; the process number still tells.
    return '';
  }
}
