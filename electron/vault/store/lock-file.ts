import { open, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { SinergiError } from '../../../shared/errors.ts';
import { lockName } from '../format/constants.ts';
import { diskError, exists } from './files.ts';

const holderSchema = z.object({ pid: z.int().positive(), host: z.string(), token: z.string() });

/** Held while a vault is open, so that two programs never write to one. */
export interface VaultLock {
  release(): Promise<void>;
}

/** @throws SinergiError `vault-in-use` while the program that holds it lives, or when it holds it on another machine */
export async function lockVault(folder: string, token: string): Promise<VaultLock> {
  const path = join(folder, lockName);
  const content = JSON.stringify({ pid: process.pid, host: hostname(), token });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const handle = await open(path, 'wx', 0o600);
      try {
        await handle.writeFile(content);
      } finally {
        await handle.close();
      }
      return { release: () => releaseOwn(path, token) };
    } catch (cause) {
      if (!exists(cause)) throw diskError(cause);
    }
    if (!(await isStale(path))) throw new SinergiError('vault-in-use');
    await rm(path, { force: true });
  }
  throw new SinergiError('vault-in-use');
}

async function releaseOwn(path: string, token: string): Promise<void> {
  if ((await holderOf(path))?.token === token) await rm(path, { force: true });
}

async function holderOf(path: string): Promise<z.infer<typeof holderSchema> | undefined> {
  try {
    return holderSchema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch {
    // Being written at this moment, or half-written by a crash: nobody can be named.
    return undefined;
  }
}

/** Left behind by a program of this machine that has died. A lock of another machine is never taken over. */
async function isStale(path: string): Promise<boolean> {
  const holder = await holderOf(path);
  if (holder === undefined) {
    // A writer needs an instant between making the file and filling it.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return (await holderOf(path)) === undefined;
  }
  if (holder.host !== hostname()) return false;
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'ESRCH';
  }
}
