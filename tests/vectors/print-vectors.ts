import { selfTest } from '../../electron/vault/crypto/self-test.ts';
import { checkVectors } from './check-vectors.ts';

/** Says what came of every vector and of the self-test, for a test that runs this in another runtime. */
async function print(): Promise<void> {
  const vectors = await checkVectors();
  await selfTest();
  const { electron, node } = process.versions;
  process.stdout.write(JSON.stringify({ electron, node, vectors }));
}

void print();
