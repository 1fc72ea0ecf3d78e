import { join } from 'node:path';
import type { PolicyPlace } from '../services/policy/policy-file.ts';
import type { Flavour } from './flavour.ts';

interface Surroundings {
  readonly flavour: Flavour;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where an administrator's policy may lie, the one that counts first. No released program lets its user choose. */
export function policyPlaces({ flavour, platform, env }: Surroundings): readonly PolicyPlace[] {
  const elsewhere = env['SINERGI_POLICY'];
  if (flavour !== 'release' && elsewhere !== undefined && elsewhere !== '') return [{ file: elsewhere, owner: null }];
  if (platform === 'win32') {
    // Where Windows puts it, before where an environment says that it is: who starts the program can set that.
    const folders = new Set(['C:\\ProgramData', env['ProgramData'] ?? 'C:\\ProgramData']);
    return [...folders].map((folder) => ({ file: `${folder}\\Sinergi\\policy.json`, owner: null }));
  }
  const folder = platform === 'darwin' ? '/Library/Application Support/Sinergi' : '/etc/sinergi';
  return [{ file: join(folder, 'policy.json'), owner: 0 }];
}
