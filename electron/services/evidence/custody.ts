import { createHash } from 'node:crypto';
import { type Custody, type CustodyFields, type Exhibit } from '../../../shared/domain/exhibit.ts';
import type { FieldsOf } from '../../../shared/domain/document.ts';
import { fromBase64, utf8 } from '../../vault/crypto/bytes.ts';
import { isSignedBy } from '../../vault/crypto/signing.ts';
import type { VaultPort } from '../../vault/port.ts';
import { canonicalJson } from '../documents/canonical-json.ts';
import { living } from '../records.ts';

type Said = Pick<Custody, 'exhibitId' | 'sequence' | 'previous' | 'files' | 'document' | 'by' | 'recordedAt'> &
  CustodyFields;

const textOf = (vaultId: string, said: Said): string => {
  const { exhibitId, sequence, previous, files, document, by, recordedAt } = said;
  const { kind, at, from, to, place, reason } = said;
  const fields = { kind, at, from, to, place, reason };
  const whole = { exhibitId, sequence, previous, files, document, by, recordedAt, ...fields };
  return canonicalJson({ for: 'sinergi/custody', vaultId, ...whole });
};

export const hashOf = ({ signed, signature }: Pick<Custody, 'signed' | 'signature'>): string =>
  createHash('sha256').update(`${signed}\n${signature}`).digest('hex');

/** The chain of an exhibit, oldest first. */
export const chainOf = (vault: Pick<VaultPort, 'document'>, exhibitId: string): readonly Custody[] =>
  [...living(vault, 'custody')]
    .filter((step) => step.exhibitId === exhibitId)
    .sort((one, other) => one.sequence - other.sequence);

/** The next step of a chain, signed by the acting officer. */
export function nextStep(
  vault: VaultPort,
  exhibit: Pick<Exhibit, 'id' | 'caseId'>,
  fields: CustodyFields,
  files: readonly string[],
  now: Date,
  document?: string,
): FieldsOf<'custody'> {
  const last = chainOf(vault, exhibit.id).at(-1);
  const said = {
    ...fields,
    exhibitId: exhibit.id,
    sequence: (last?.sequence ?? 0) + 1,
    ...(last === undefined ? {} : { previous: hashOf(last) }),
    ...(document === undefined ? {} : { document }),
    files: [...files].sort(),
    by: vault.actor.officerId,
    recordedAt: now.toISOString(),
  };
  const signed = textOf(vault.vaultId, said);
  return { ...said, caseId: exhibit.caseId, signed, ...vault.sign(signed) };
}

/** Sequence of the first step that is not as its officer signed it or does not follow the one before; null when all do. */
export function firstFault(vault: VaultPort, chain: readonly Custody[]): number | null {
  let before: Custody | undefined;
  for (const step of chain) {
    const { signed, key, signature, by, createdBy, version } = step;
    const follows =
      step.sequence === (before?.sequence ?? 0) + 1 &&
      step.previous === (before === undefined ? undefined : hashOf(before));
    const genuine =
      version === 1 &&
      by === createdBy &&
      signed === textOf(vault.vaultId, step) &&
      vault.officers.signKeys(by).includes(key) &&
      isSignedBy('act', fromBase64(key), utf8(signed), fromBase64(signature));
    if (!follows || !genuine) return step.sequence;
    before = step;
  }
  return null;
}
