import { parentPort, workerData } from 'node:worker_threads';
import { type DerivationAnswer, type DerivationRequest, localKeyDerivation } from '../vault/crypto/key-derivation.ts';

/** Derives one key from one passphrase and ends. */
async function answer(request: DerivationRequest): Promise<DerivationAnswer> {
  try {
    return { key: await localKeyDerivation.derive(request.passphrase, request.salt, request.parameters) };
  } catch (failure) {
    return { failure: failure instanceof Error ? failure.message : 'unknown' };
  } finally {
    request.passphrase.fill(0);
  }
}

// Written by the service that starts this thread, in this same program.
// oxlint-disable-next-line typescript/no-unsafe-assignment
const request: DerivationRequest = workerData;
async function run(): Promise<void> {
  const result = await answer(request);
  parentPort?.postMessage(result);
  if ('key' in result) result.key.fill(0);
}

void run();
