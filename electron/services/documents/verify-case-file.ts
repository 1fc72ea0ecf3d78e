import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import type { CaseFileVerdict } from '../../../shared/contract/documents.ts';
import { idSchema } from '../../../shared/domain/basics.ts';
import { caseSectionSchema } from '../../../shared/domain/case-document.ts';
import { sanitisationSchema } from '../../../shared/domain/sanitisation.ts';
import { type ErrorCode, SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { dataHash } from './canonical-json.ts';
import { gatherCase } from './case-document.ts';
import { readSeal } from './pdf-seal.ts';

const largestFile = 512 * 1024 * 1024;

/** What the audit trail says of an export. */
const exportNoteSchema = z.object({
  sha256: z.string(),
  dataSha256: z.string(),
  recipient: z.string(),
  copyNumber: z.int(),
  sections: z.array(caseSectionSchema).optional(),
  sanitise: sanitisationSchema.optional(),
  viewId: idSchema.optional(),
  subjectId: idSchema.optional(),
});

/**
 * Whether a file is, byte for byte, a case file that left this vault, who let it out and for whom, and whether the case still
 * holds the same.
 *
 * @param vault as the officer who asks sees it: of a case out of reach no more is told than whose seal it is
 * @throws SinergiError `file-not-found`, `file-too-large`, `permission-denied`, `file-unreadable`
 */
export async function verifyCaseFile(vault: VaultPort, path: string): Promise<CaseFileVerdict> {
  const bytes = await read(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const seal = readSeal(bytes, vault);
  const unknown = {
    at: null,
    case: null,
    copyNumber: null,
    recipient: null,
    sanitised: null,
    dataMatches: null,
    sha256,
  };
  if ('fault' in seal) return { valid: false, fault: seal.fault, signedBy: null, ...unknown };
  const sealed = { valid: true, fault: null, signedBy: vault.officerName(seal.sealedBy) } as const;
  const { entries } = await vault.auditLog();
  for (const { action, entityId = '', reason = '', at } of entries) {
    if (action !== 'case.export' || !reason.includes(sha256)) continue;
    const note = exportNoteSchema.safeParse(JSON.parse(reason)).data;
    const file = vault.document.cases[entityId];
    if (note?.sha256 !== sha256 || file === undefined) continue;
    const { copyNumber, recipient, sanitise = null } = note;
    const dataMatches = hashNow(vault, entityId, note) === note.dataSha256;
    return { ...sealed, at, case: file.number, copyNumber, recipient, sanitised: sanitise, dataMatches, sha256 };
  }
  return { ...sealed, ...unknown };
}

/** Of the same choice from the case as it is; null when it can no longer be gathered. */
function hashNow(vault: VaultPort, caseId: string, choice: z.infer<typeof exportNoteSchema>): string | null {
  try {
    return dataHash(gatherCase(vault, caseId, choice));
  } catch (failure) {
    if (failure instanceof SinergiError) return null;
    throw failure;
  }
}

async function read(path: string): Promise<Buffer> {
  try {
    if ((await stat(path)).size > largestFile) throw new SinergiError('file-too-large', { path });
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof SinergiError) throw cause;
    throw new SinergiError(readFailure(cause), { path }, { cause });
  }
}

function readFailure(cause: unknown): ErrorCode {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'file-not-found';
  return code === 'EACCES' || code === 'EPERM' ? 'permission-denied' : 'file-unreadable';
}
