import type { HandOverFields } from '../../../shared/contract/evidence.ts';
import type { Documents } from '../documents/documents.ts';
import type { Exported } from '../documents/release.ts';
import type { Evidence } from './evidence.ts';

/**
 * Prints the record of a hand-over, then writes down in every chain of custody that it happened, with the SHA-256 of what
 * was printed.
 *
 * @throws SinergiError as `Documents.exportHandOver` and `Evidence.handedOver`
 */
export async function handOver(
  { documents, evidence }: { readonly documents: Documents; readonly evidence: Evidence },
  fields: HandOverFields,
  path: string,
): Promise<Exported> {
  const { exhibitIds, from, to, place, reason, at } = fields;
  const step = { kind: 'handed-over', at, from, to, place, reason } as const;
  evidence.requireNext(exhibitIds, step);
  const printed = await documents.exportHandOver({ ...fields, path });
  await evidence.handedOver(exhibitIds, step, printed.sha256);
  return printed;
}
