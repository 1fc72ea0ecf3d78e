import type { AuditNote, VaultPort } from '../../vault/port.ts';

/**
 * Before the file is there: a copy without a trace is worse than a trace without a copy, and a vault locked in the
 * meantime refuses. A damaged vault takes no note, yet its cases must be saved from it.
 */
export async function noteRelease(vault: VaultPort, note: AuditNote): Promise<void> {
  if (!vault.readOnly) await vault.note(note);
}
