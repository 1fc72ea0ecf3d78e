import { join } from 'node:path';
import { signingKey } from '../crypto/signing.ts';
import { type AuditHead, auditPayload, headAfter, makeAuditEntry } from '../format/audit.ts';
import { HybridClock } from '../format/clock.ts';
import { folders } from '../format/constants.ts';
import { salvageAction, salvageReason } from '../format/gaps.ts';
import type { HeaderBody } from '../format/header.ts';
import { newId } from '../ids.ts';
import type { Seen } from '../anchor/anchor-keeper.ts';
import { blobsIn } from '../store/blob-keeper.ts';
import { createSealed } from '../store/compaction.ts';
import { saveHeader } from '../store/header-file.ts';
import { createLog } from '../store/log-file.ts';
import type { VaultPaths } from '../store/paths.ts';
import type { Source } from '../store/reading.ts';
import { stateBytes } from '../store/snapshot-content.ts';
import type { VaultState } from '../store/state.ts';
import { endOf, type Trail } from './trail.ts';

/**
 * Writes a whole vault: segments as they are, records and trail sealed anew, the header last. The trail ends with the
 * officer's word on what is missing in it.
 *
 * @param step told after each file, and may throw to stop
 */
export async function writeSalvaged(
  source: Source,
  paths: VaultPaths,
  state: VaultState,
  trail: Trail,
  { actor, now }: { readonly actor: string; readonly now: () => number },
  step: (done: number) => void,
): Promise<Seen> {
  const { files, keyring, body } = source;
  const { vaultId, device } = body;
  let done = 0;
  const next = (): void => step((done += 1));
  for (const inner of Object.values(folders)) await files.makeFolder(join(paths.folder, inner));
  for (const { file } of state.segments) {
    await files.create(paths.segment(file), [await files.read(source.paths.segment(file))]);
    next();
  }

  for (const file of blobsIn(state.document).keys()) {
    await files.create(paths.blob(file), files.readParts(source.paths.blob(file)));
    next();
  }

  const generation = body.generation + 1;
  const common = { epoch: keyring.newestEpoch, device, generation } as const;
  const clock = new HybridClock(now, state.stamp);
  for (const run of [...trail.runs.values()].flat()) for (const { stamp } of run.entries) clock.observe(stamp);
  const stamp = clock.tick();
  // Later than every entry that is kept: changes some of them stand for are in no journal any more.
  state.stamp = stamp;

  const audit: HeaderBody['files']['audit'] = [];
  const heads = new Map<string, AuditHead>();
  for (const [owner, runs] of trail.runs)
    for (const [number, run] of runs.entries()) {
      const file = newId(now());
      const fields = { ...common, kind: 'audit', fileId: file, device: owner } as const;
      const log = await createLog(files, paths.audit(file), fields, vaultId, keyring.newestDataKey);
      const entries = [...run.entries];
      if (owner === device && number === runs.length - 1) {
        const { count, head } = endOf(run);
        const at = new Date(now()).toISOString();
        const reason = salvageReason(trail.gaps);
        const about = { action: salvageAction, entity: 'vault', entityId: vaultId, reason };
        entries.push(
          makeAuditEntry(
            { sequence: count + 1, device, stamp, at, actor, ...about, previous: head },
            signingKey(keyring.signSeed),
          ),
        );
      }
      for (const entry of entries) await log.append(auditPayload(entry), 'later');
      await log.sync();
      log.wipe();
      const last = entries.at(-1);
      heads.set(owner, last === undefined ? run.first : headAfter(last));
      audit.push({ device: owner, file, first: { ...run.first } });
      next();
    }

  const snapshot = newId(now());
  const target = { files, paths, keyring };
  await createSealed(target, { vaultId, device, generation }, 'snapshot', snapshot, await stateBytes(state));
  next();
  const journal = newId(now());
  const fields = { ...common, kind: 'journal', fileId: journal } as const;
  const log = await createLog(files, paths.journal(journal), fields, vaultId, keyring.newestDataKey);
  log.wipe();
  await files.release();

  const header: HeaderBody = {
    ...body,
    revision: body.revision + 1,
    generation,
    writtenAt: new Date(now()).toISOString(),
    files: {
      snapshot,
      journals: [{ device, file: journal }],
      audit,
      auditHeads: [...heads].map(([owner, head]) => ({ device: owner, ...head })),
    },
  };
  await saveHeader(files, paths, keyring.vaultKey, header);
  next();
  return { header, head: heads.get(device) ?? { count: 0, head: '0'.repeat(64) }, keyring };
}
