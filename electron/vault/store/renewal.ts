import { randomBytes } from 'node:crypto';
import { wipe } from '../crypto/bytes.ts';
import type { AuditHead } from '../format/audit.ts';
import type { HeaderBody } from '../format/header.ts';
import { newDataKey } from '../format/keys.ts';
import { newId } from '../ids.ts';
import { type Draft, draftOf, rekeyed, signed } from '../officers/roster-draft.ts';
import type { AuditNote } from '../port.ts';
import type { AuditTrail } from './audit-trail.ts';
import { compact } from './compaction.ts';
import { diskError } from './files.ts';
import { nextRevision, saveHeader } from './header-file.ts';
import type { LiveVault } from './live-vault.ts';
import { createLog } from './log-file.ts';
import type { VaultParts } from './parts.ts';

/** Folds the journal into a new generation. */
export async function fold(live: LiveVault): Promise<void> {
  const { trail } = live.requireWritable();
  await switchTo(live, live.parts, live.header, trail);
}

/** Changes the header. The note comes first: a change without a trace is worse than a trace of a change that failed. */
export async function rewrite(
  live: LiveVault,
  note: AuditNote,
  change: (current: HeaderBody) => HeaderBody,
): Promise<void> {
  const { trail } = live.requireWritable();
  const { files, paths, keyring, now } = live.parts;
  const changed = change(live.header);
  await live.writeNote(note, trail);
  const header = withHead(nextRevision(changed, now()), trail.head);
  let switching = false;
  try {
    await saveHeader(files, paths, keyring.vaultKey, header, () => {
      switching = true;
    });
  } catch (cause) {
    if (switching) live.stopWriting();
    throw cause;
  }
  live.know(header);
  live.parts.anchor?.changed();
  await live.remember();
}

/** As `rewrite`, with another vault key and a new data key, by which everything is sealed anew in the same step. */
export async function rekey(live: LiveVault, note: AuditNote, change: (current: Draft) => Draft): Promise<void> {
  const { trail } = live.requireWritable();
  const { files, paths, keyring, now } = live.parts;
  const { vaultId, device, generation } = live.header;
  const draft = change(draftOf(live.header));
  await live.writeNote(note, trail);
  await trail.settle();
  const fresh = keyring.renewed(new Uint8Array(randomBytes(32)), newDataKey());
  const file = newId(now());
  const fields = {
    kind: 'audit',
    fileId: file,
    device,
    generation: generation + 1,
    epoch: fresh.newestEpoch,
  } as const;
  const log = await createLog(files, paths.audit(file), fields, vaultId, fresh.newestDataKey).catch(
    (cause: unknown) => {
      throw diskError(cause);
    },
  );
  const audit = [...draft.files.audit, { device, file, first: trail.head }];
  const renewed = rekeyed({ ...draft, files: { ...draft.files, audit } }, fresh, live.directory);
  try {
    await switchTo(live, { ...live.parts, keyring: fresh }, signed(renewed, keyring.signSeed), trail);
  } catch (cause) {
    if (live.writing !== undefined) await removeAll(live.parts, [log.path]);
    throw cause;
  }
  trail.continueIn(log);
  live.parts.anchor?.changed();
  await live.remember();
  wipe(keyring.vaultKey);
}

/** The header tells how long the audit log is, so that whole entries cut from its end are missed. */
export async function sealHead(live: LiveVault): Promise<void> {
  const { trail } = live.writing ?? {};
  const { files, paths, keyring, now } = live.parts;
  const known = live.header.files.auditHeads.find(({ device }) => device === live.header.device);
  if (trail === undefined || known?.count === trail.head.count) return;
  const header = withHead(nextRevision(live.header, now()), trail.head);
  await saveHeader(files, paths, keyring.vaultKey, header);
  live.know(header);
}

/** Everything into a new generation, which `header` begins and the keys of `parts` seal. */
async function switchTo(live: LiveVault, parts: VaultParts, header: HeaderBody, trail: AuditTrail): Promise<void> {
  const { journal: before } = live.requireWritable();
  await Promise.allSettled(live.readings);
  let switching = false;
  try {
    const compacted = await compact(parts, trail, header, () => {
      switching = true;
    });
    before.wipe();
    live.goOnIn(parts, compacted.header, { journal: compacted.journal, trail });
    switching = false;
    await removeAll(parts, compacted.obsolete);
  } catch (cause) {
    // From the rename on, the disk may already hold the new generation: writing on in the old one would be lost.
    if (switching) live.stopWriting();
    throw diskError(cause);
  }
}

async function removeAll({ files }: Pick<VaultParts, 'files'>, obsolete: readonly string[]): Promise<void> {
  for (const path of obsolete)
    try {
      await files.remove(path);
    } catch {
      // Nothing names the file any more; opening the vault the next time removes what was left over.
    }
}

/** How far the chain had come when the header was written. */
function withHead(header: HeaderBody, head: AuditHead): HeaderBody {
  const { auditHeads } = header.files;
  const others = auditHeads.filter(({ device }) => device !== header.device);
  return { ...header, files: { ...header.files, auditHeads: [...others, { device: header.device, ...head }] } };
}
