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

const request: DerivationRequest = workerData;
void answer(request).then((result) => {
  parentPort?.postMessage(result);
  if ('key' in result) result.key.fill(0);
});
