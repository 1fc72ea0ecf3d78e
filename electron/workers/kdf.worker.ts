import { parentPort, workerData } from 'node:worker_threads';
import {
  type DerivationAnswer,
  type DerivationRequest,
  derivationRequestSchema,
  localKeyDerivation,
} from '../vault/crypto/key-derivation.ts';

/** Derives one key from one passphrase, answers, and ends. */
async function answer(request: DerivationRequest): Promise<void> {
  const result = await derive(request);
  parentPort?.postMessage(result, []);
  if ('key' in result) result.key.fill(0);
}

async function derive({ passphrase, salt, parameters }: DerivationRequest): Promise<DerivationAnswer> {
  try {
    return { key: await localKeyDerivation.derive(passphrase, salt, parameters) };
  } catch (failure) {
    return { failure: failure instanceof Error ? failure.message : 'unknown' };
  } finally {
    passphrase.fill(0);
  }
}

void answer(derivationRequestSchema.parse(workerData));
