import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Licence, licenceSchema } from '../../shared/contract/app.ts';

/** @param worker a bundled thread; what the build wrote down lies beside it */
export async function readLicences(worker: string): Promise<Licence[]> {
  const text = await readFile(join(dirname(worker), 'licences.json'), 'utf8');
  return z.array(licenceSchema).parse(JSON.parse(text));
}
