import { Worker } from 'node:worker_threads';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { SinergiError } from '../../../shared/errors.ts';

export interface Argon2Parameters {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Argon2id (RFC 9106), version 0x13, 32 bytes out. The caller wipes what it passed in and what it gets. */
export interface KeyDerivation {
  derive(passphrase: Uint8Array, salt: Uint8Array, parameters: Argon2Parameters): Promise<Uint8Array>;
  /** What a new passphrase is to cost on this machine; the floor where nothing says otherwise. */
  strength?(): Promise<Argon2Parameters>;
}

/** RFC 9106, second recommended choice; nothing weaker can be set. */
export const settingFloor: Argon2Parameters = { memoryKiB: 64 * 1024, passes: 3, lanes: 4 };

/** What a header may ask for when a vault is opened: less is a downgrade, more would take the machine's memory. */
export const openingBounds = {
  memoryKiB: { least: 64 * 1024, most: 1024 * 1024 },
  passes: { least: 3, most: 16 },
  lanes: { least: 1, most: 16 },
} as const;

/** Checked before the function runs, because a header is plaintext and may be hostile. */
export function withinOpeningBounds(parameters: Argon2Parameters): boolean {
  return (['memoryKiB', 'passes', 'lanes'] as const).every((name) => {
    const { least, most } = openingBounds[name];
    return parameters[name] >= least && parameters[name] <= most;
  });
}

export function meetsSettingFloor(parameters: Argon2Parameters): boolean {
  return (
    parameters.memoryKiB >= settingFloor.memoryKiB &&
    parameters.passes >= settingFloor.passes &&
    parameters.lanes >= settingFloor.lanes &&
    withinOpeningBounds(parameters)
  );
}

export const strengthOf = async (kdf: KeyDerivation): Promise<Argon2Parameters> =>
  (await kdf.strength?.()) ?? settingFloor;

/** In no respect below either. */
export const strongest = (left: Argon2Parameters, right: Argon2Parameters): Argon2Parameters => ({
  memoryKiB: Math.max(left.memoryKiB, right.memoryKiB),
  passes: Math.max(left.passes, right.passes),
  lanes: Math.max(left.lanes, right.lanes),
});

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** What the worker is started with. */
export const derivationRequestSchema = z.strictObject({
  passphrase: bytesSchema,
  salt: bytesSchema,
  parameters: z.object({ memoryKiB: z.int(), passes: z.int(), lanes: z.int() }),
});
export type DerivationRequest = z.infer<typeof derivationRequestSchema>;
export type DerivationAnswer = { readonly key: Uint8Array } | { readonly failure: string };

/** Runs on the calling thread: for the worker itself and for tests. */
export const localKeyDerivation: KeyDerivation = {
  derive: (passphrase, salt, parameters) =>
    argon2id({
      password: passphrase,
      salt,
      parallelism: parameters.lanes,
      iterations: parameters.passes,
      memorySize: parameters.memoryKiB,
      hashLength: 32,
      outputType: 'binary',
    }),
};

/** Where the bundled workers lie; the composition root knows. */
export interface WorkerPaths {
  path(name: 'kdf'): string;
}

/** One thread per derivation, ended with it, so that nothing secret stays in a thread's memory. */
export function workerKeyDerivation(workers: WorkerPaths): KeyDerivation {
  return {
    derive: (passphrase, salt, parameters) =>
      new Promise((resolve, reject) => {
        const request: DerivationRequest = { passphrase, salt, parameters };
        const worker = new Worker(workers.path('kdf'), { workerData: request });
        const fail = (cause: unknown): void => reject(new SinergiError('internal', { part: 'kdf' }, { cause }));
        worker.once('message', (answer: DerivationAnswer) => {
          if ('key' in answer) resolve(new Uint8Array(answer.key));
          else fail(new Error(answer.failure));
        });
        worker.once('error', fail);
        worker.once('exit', (code) => {
          // After an answer the promise is settled and this changes nothing.
          fail(new Error(`kdf worker ended with ${code}`));
        });
      }),
  };
}
