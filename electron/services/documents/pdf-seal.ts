import { createHash } from 'node:crypto';
import type { Id } from '../../../shared/domain/basics.ts';
import { fromBase64, fromHex, toHex, utf8 } from '../../vault/crypto/bytes.ts';
import { isSignedBy } from '../../vault/crypto/signing.ts';
import type { VaultPort } from '../../vault/port.ts';
import { canonicalJson } from './canonical-json.ts';

/** A comment before `startxref` (ISO 32000-1, 7.2.4): no reader minds it, no offset moves, and encryption leaves it be. */
const mark = '%Sinergi-Seal 1 ';
const line = /^%Sinergi-Seal 1 ([0-9a-f-]{36}) ([0-9a-f]{128})\n/;
const longestLine = 200;

/** What an officer signs: every byte of the file but the seal's own line. */
const sealText = (vaultId: Id, body: Uint8Array): string =>
  canonicalJson({ for: 'sinergi/case-file', vaultId, sha256: createHash('sha256').update(body).digest('hex') });

/** The PDF with the officer's seal in it. */
export function sealPdf(pdf: Uint8Array<ArrayBuffer>, vault: VaultPort): Uint8Array<ArrayBuffer> {
  const { signature } = vault.sign(sealText(vault.vaultId, pdf));
  const seal = utf8(`${mark}${vault.vaultId} ${toHex(fromBase64(signature))}\n`);
  const at = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).lastIndexOf('startxref');
  const sealed = new Uint8Array(pdf.length + seal.length);
  sealed.set(pdf.subarray(0, at));
  sealed.set(seal, at);
  sealed.set(pdf.subarray(at), at + seal.length);
  return sealed;
}

/**
 * Who sealed the file, or what is wrong: there is no seal, it is another vault's, or the file is not as it was sealed.
 *
 * @returns the officer's identifier
 */
export function readSeal(
  pdf: Uint8Array,
  vault: Pick<VaultPort, 'vaultId' | 'officers'>,
): { readonly sealedBy: Id } | { readonly fault: 'no-seal' | 'foreign' | 'changed' } {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const at = bytes.lastIndexOf(mark);
  if (at === -1) return { fault: 'no-seal' };
  const [found, vaultId = '', signature = ''] = line.exec(bytes.toString('latin1', at, at + longestLine)) ?? [];
  if (found === undefined) return { fault: 'changed' };
  if (vaultId !== vault.vaultId) return { fault: 'foreign' };
  const body = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + found.length)]);
  const text = utf8(sealText(vault.vaultId, body));
  const officer = vault.officers
    .list()
    .find(({ id }) =>
      vault.officers.signKeys(id).some((key) => isSignedBy('act', fromBase64(key), text, fromHex(signature))),
    );
  return officer === undefined ? { fault: 'changed' } : { sealedBy: officer.id };
}
