import { minimumPassphraseLength } from '../../../shared/domain/passphrase.ts';
import { type Argon2Parameters, type KeyDerivation, openingBounds, settingFloor } from './key-derivation.ts';

/** Memory is what makes guessing dear, so it grows first; from here on only the passes do. */
const mostMemoryKiB = 256 * 1024;
const memoryStepKiB = 16 * 1024;

/** The first run also loads the function, so the quicker of two is what a run costs. */
const runs = 2;

/**
 * Parameters with which one derivation takes about as long as `target` says on a machine that needs `floorTime` for those of
 * the floor, both in milliseconds. Never below the floor and never above what a reader accepts.
 */
export function parametersFor(floorTime: number, target: number): Argon2Parameters {
  const budget = Math.max(1, target / Math.max(floorTime, 1));
  const wanted = Math.floor((settingFloor.memoryKiB * budget) / memoryStepKiB) * memoryStepKiB;
  const memoryKiB = Math.min(mostMemoryKiB, Math.max(settingFloor.memoryKiB, wanted));
  const passes = Math.floor((settingFloor.passes * settingFloor.memoryKiB * budget) / memoryKiB);
  return {
    memoryKiB,
    passes: Math.min(openingBounds.passes.most, Math.max(settingFloor.passes, passes)),
    lanes: settingFloor.lanes,
  };
}

/**
 * Measures what the floor costs here and chooses by it.
 *
 * @param derive runs the function once, where it will run later
 * @param now milliseconds of a clock that never goes back
 */
export async function calibrate(
  derive: (parameters: Argon2Parameters) => Promise<unknown>,
  now: () => number,
  target: number,
): Promise<Argon2Parameters> {
  let quickest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const begun = now();
    await derive(settingFloor);
    quickest = Math.min(quickest, now() - begun);
  }
  return parametersFor(quickest, target);
}

/** With `strength` measured when it is first asked for, and the same from then on. @param target milliseconds; 0 for the floor */
export function calibrated(kdf: KeyDerivation, target: number): KeyDerivation {
  const run = (parameters: Argon2Parameters): Promise<Uint8Array> =>
    kdf.derive(new Uint8Array(minimumPassphraseLength), new Uint8Array(16), parameters);
  let measured: Promise<Argon2Parameters> | undefined;
  return {
    derive: (passphrase, salt, parameters) => kdf.derive(passphrase, salt, parameters),
    strength: () =>
      (measured ??= target === 0 ? Promise.resolve(settingFloor) : calibrate(run, () => performance.now(), target)),
  };
}
