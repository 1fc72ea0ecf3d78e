import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { instantSchema } from '../../../shared/domain/basics.ts';
import type { VaultPort } from '../../vault/port.ts';

/** When each officer last had a vault open at this workstation. Kept beside the preferences; it names neither officer nor vault. */
export interface LastHere {
  /** @returns when the officer was here before; null the first time */
  come(vault: Pick<VaultPort, 'vaultId' | 'actor'>, at: string): string | null;
}

const keptSchema = z.record(z.string(), instantSchema);

export function createLastHere(userData: string): LastHere {
  const file = join(userData, 'last-here.json');
  return {
    come({ vaultId, actor }, at) {
      const key = createHash('sha256').update(`${vaultId} ${actor.officerId}`).digest('hex');
      const kept = load(file);
      const fresh = `${file}.new`;
      writeFileSync(fresh, `${JSON.stringify({ ...kept, [key]: at })}\n`, { mode: 0o600 });
      renameSync(fresh, file);
      return kept[key] ?? null;
    },
  };
}

function load(file: string): z.infer<typeof keptSchema> {
  try {
    return keptSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? {};
  } catch {
    // None yet, or not readable: what is new is told from now on.
    return {};
  }
}
