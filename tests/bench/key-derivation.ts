import { dirname, join } from 'node:path';
import { settingFloor, workerKeyDerivation } from '../../electron/vault/crypto/key-derivation.ts';
import { median, minimum } from './statistics.ts';

/** What an unlock costs besides: Argon2id at the floor, in its worker, as the program runs it. Milliseconds. */
export interface DerivationCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
  readonly minimum: number;
  readonly median: number;
}

export async function measureDerivation(rounds: number): Promise<DerivationCost> {
  const kdf = workerKeyDerivation({ path: (name) => join(dirname(__filename), `${name}.worker.cjs`) });
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await kdf.derive(Buffer.from('kata sandi percobaan'), new Uint8Array(32), settingFloor);
    samples.push(performance.now() - started);
  }
  return { ...settingFloor, minimum: minimum(samples), median: median(samples) };
}
