import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AuditVerdict } from '../../../shared/domain/audit.ts';
import { idSchema, instantSchema } from '../../../shared/domain/basics.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { fromBase64, textOf, utf8 } from '../../vault/crypto/bytes.ts';
import { isSignedBy } from '../../vault/crypto/signing.ts';
import { auditEntrySchema, headAfter, noAudit } from '../../vault/format/audit.ts';
import { accountedGaps } from '../../vault/format/gaps.ts';
import { faultOf, isGenuine } from '../../vault/store/audit-log.ts';
import { checkSeal, type SealVerdict } from './seal.ts';

/** See docs/audit-export.md. `content` is signed as the text it is written as. */
const contentSchema = z.strictObject({
  format: z.literal('sinergi-audit-export/1'),
  vaultId: idSchema,
  exportedAt: instantSchema,
  exportedBy: idSchema,
  officers: z.array(z.strictObject({ id: idSchema, name: z.string(), signKeys: z.array(z.base64()) })),
  entries: z.array(auditEntrySchema),
});
const exportSchema = z.strictObject({
  /** JSON of the content. */
  signed: z.string(),
  key: z.base64(),
  signature: z.base64(),
});

export interface AuditExport {
  readonly content: z.infer<typeof contentSchema>;
}

export function writeAuditExport(
  content: AuditExport['content'],
  sign: (text: string) => { readonly key: string; readonly signature: string },
): { readonly bytes: Uint8Array; readonly sha256: string } {
  const text = JSON.stringify(content);
  const bytes = utf8(`${JSON.stringify({ signed: text, ...sign(text) })}\n`);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

export interface AuditExportVerdict extends AuditVerdict {
  readonly vaultId: string;
  readonly exportedAt: string;
  /** Name of the officer whose key signed the file, as the file gives it. */
  readonly exportedBy: string;
  readonly seal?: SealVerdict;
}

/**
 * Checks a file without the vault: its signature, the chain, and each entry's signature by the keys the file names. That
 * those are the officers' keys is for whoever knows their fingerprints to say.
 *
 * @param seal code of a seal the trail has to fit
 * @throws SinergiError `seal-wrong`, `file-unreadable` when it is no such file or was changed after it was signed
 */
export function checkAuditExport(file: Uint8Array, seal?: string): AuditExportVerdict {
  const content = openExport(file);
  const signers = new Map(content.officers.map(({ id, signKeys }) => [id, signKeys.map(fromBase64)]));
  const heads = new Map<string, ReturnType<typeof headAfter>>();
  let firstBad: AuditVerdict['firstBad'] = null;
  const accounted = accountedGaps(content.entries, (entry) => isGenuine(entry, signers));
  for (const entry of content.entries) {
    const { device, sequence, previous } = entry;
    const before = heads.get(device) ?? noAudit;
    const isGap = accounted.has({ device, after: before.count, next: sequence });
    const code = faultOf(entry, isGap ? { count: sequence - 1, head: previous } : before, signers);
    if (code !== undefined) firstBad ??= { sequence: entry.sequence, code };
    heads.set(entry.device, headAfter(entry));
  }
  const { vaultId, exportedAt, exportedBy, officers, entries } = content;
  const name = officers.find(({ id }) => id === exportedBy)?.name ?? '';
  const sealed = seal === undefined ? undefined : checkSeal(seal, vaultId, entries, firstBad);
  return {
    ok: firstBad === null && (sealed === undefined || sealed.state === 'intact'),
    entries: entries.length,
    firstBad,
    ...(sealed === undefined ? {} : { seal: sealed }),
    vaultId,
    exportedAt,
    exportedBy: name,
  };
}

function openExport(file: Uint8Array): AuditExport['content'] {
  const outer = exportSchema.safeParse(json(textOf(file)));
  if (!outer.success) throw new SinergiError('file-unreadable');
  const { signed, key, signature } = outer.data;
  const content = contentSchema.safeParse(json(signed));
  if (!content.success) throw new SinergiError('file-unreadable');
  const own = content.data.officers.find(({ id }) => id === content.data.exportedBy);
  const genuine =
    own?.signKeys.includes(key) === true && isSignedBy('act', fromBase64(key), utf8(signed), fromBase64(signature));
  if (!genuine) throw new SinergiError('file-unreadable', { part: 'signature' });
  return content.data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
