import { type AuditFilter, type AuditRow, type AuditVerdict, matchesFilter } from '../../../shared/domain/audit.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { AuditEntry } from '../../vault/format/audit.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { saveFile } from '../documents/save-file.ts';
import type { Session } from '../session.ts';
import { type AuditExport, writeAuditExport } from './audit-export.ts';
import { checkSeal, type SealVerdict, sealOf } from './seal.ts';
import { subjectNamed } from './subjects.ts';

export interface Audit {
  /** Newest first. */
  list(filter: AuditFilter): Promise<readonly AuditRow[]>;
  verify(): Promise<AuditVerdict>;
  /** A code to be kept outside the program. @throws SinergiError `audit-unsound` */
  seal(): Promise<{ code: string; entries: number; at: string }>;
  /** Whether the trail still holds what a code was given for. @throws SinergiError `seal-wrong` */
  checkSeal(code: string): Promise<SealVerdict>;
  /**
   * Writes the whole trail, signed by the acting officer, as a file that is checked without the vault.
   *
   * @throws SinergiError `permission-denied`, `disk-full`, `disk-failed`
   */
  export(path: string): Promise<{ entries: number; sha256: string; bytes: number }>;
}

export function createAudit(session: Session, now: () => Date): Audit {
  /** Read and checked once for as long as nothing was added: a long trail is asked for page by page, and filtered again. */
  let read: { readonly at: string; readonly rows: readonly AuditRow[] } | null = null;
  let last: { readonly of: readonly AuditRow[]; readonly key: string; readonly rows: readonly AuditRow[] } | null =
    null;
  session.beforeEnd(() => {
    read = null;
    last = null;
  });

  async function allRows(vault: GuardedVault): Promise<readonly AuditRow[]> {
    const at = `${session.revision()} ${vault.auditLength}`;
    if (read?.at === at) return read.rows;
    const { entries } = await vault.auditLog();
    const rows = entries.map((entry) => rowOf(entry, vault)).toReversed();
    read = { at, rows };
    return rows;
  }

  return {
    async list(filter) {
      const all = await allRows(session.vault('audit.read'));
      const key = JSON.stringify(filter);
      if (last?.of !== all || last.key !== key)
        last = { of: all, key, rows: all.filter((row) => matchesFilter(row, filter)) };
      return last.rows;
    },
    async verify() {
      const { entries, firstBad, gaps } = await session.vault('audit.read').auditLog();
      return { ok: firstBad === null, entries: entries.length, firstBad, ...(gaps === 0 ? {} : { gaps }) };
    },
    async seal() {
      const vault = session.vault('audit.read');
      const { entries, firstBad } = await vault.auditLog();
      if (firstBad !== null) throw new SinergiError('audit-unsound', { sequence: firstBad.sequence });
      const at = now();
      return { ...sealOf(vault.vaultId, entries, at), at: at.toISOString() };
    },
    async checkSeal(code) {
      const vault = session.vault('audit.read');
      const { entries, firstBad } = await vault.auditLog();
      return checkSeal(code, vault.vaultId, entries, firstBad);
    },
    async export(path) {
      const vault = session.vault('audit.export');
      const { entries } = await vault.auditLog();
      const content: AuditExport['content'] = {
        format: 'sinergi-audit-export/1',
        vaultId: vault.vaultId,
        exportedAt: now().toISOString(),
        exportedBy: vault.actor.officerId,
        officers: vault.officers
          .list()
          .map(({ id, name }) => ({ id, name, signKeys: [...vault.officers.signKeys(id)] })),
        entries: [...entries],
      };
      const { bytes, sha256 } = writeAuditExport(content, (text) => vault.sign(text));
      if (!vault.readOnly)
        await vault.note({ action: 'audit.export', entity: 'vault', reason: JSON.stringify({ sha256 }) });
      await saveFile(path, bytes);
      return { entries: entries.length, sha256, bytes: bytes.length };
    },
  };
}

function rowOf({ sequence, at, actor, action, entity, entityId, reason }: AuditEntry, vault: GuardedVault): AuditRow {
  return {
    sequence,
    at,
    actorId: actor,
    actor: vault.officerName(actor),
    action,
    entity: entity ?? null,
    entityId: entityId ?? null,
    subject: entity === undefined || entityId === undefined ? null : subjectNamed(vault, entity, entityId),
    reason: reason ?? null,
  };
}
