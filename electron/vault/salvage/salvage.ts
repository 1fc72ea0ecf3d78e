import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import type { Id } from '../../../shared/domain/basics.ts';
import type { SalvageReport } from '../../../shared/domain/salvage.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { AnchorKeeper } from '../anchor/anchor-keeper.ts';
import { toHex } from '../crypto/bytes.ts';
import { folders } from '../format/constants.ts';
import type { Watch } from '../port.ts';
import { diskError, type Files, isMissing } from '../store/files.ts';
import { pathsOf } from '../store/paths.ts';
import type { Source } from '../store/reading.ts';
import { examineFiles, type Limits } from '../verifying/examine-files.ts';
import { Examination } from '../verifying/examination.ts';
import { gather } from './gather.ts';
import { lossesOf } from './losses.ts';
import { gatherTrail } from './trail.ts';
import { writeSalvaged } from './write-salvaged.ts';

export interface SalvageOrder {
  /** The new vault; nothing may be there. */
  readonly out: string;
  readonly actor: Id;
  readonly limits: Limits;
  readonly now: () => number;
  readonly anchor: AnchorKeeper | undefined;
}

/** Looking is the first half of the work. */
export const lookingHalf = ({ signal, progress }: Watch): Watch => ({
  signal,
  progress: (done, total) => progress?.(done, total * 2),
});

/**
 * Puts what is authentic in a damaged vault into a new, whole one with the same officers, passphrases and recovery key:
 * built beside its place, read through, and only then given its name. The damaged vault is only read.
 *
 * @param examination holds what is wrong with the headers already
 * @throws SinergiError `vault-exists`, `folder-inside`, `cancelled`, `disk-full`, `disk-failed`, `permission-denied`
 */
export async function salvageInto(
  source: Source,
  examination: Examination,
  order: SalvageOrder,
  { signal, progress }: Watch,
): Promise<SalvageReport> {
  const { files, paths } = source;
  const out = resolve(order.out);
  if (`${out}/`.startsWith(`${paths.folder}/`)) throw new SinergiError('backup-inside');
  if ((await entriesIn(files, out)).length > 0) throw new SinergiError('vault-exists');
  const check = (): void => {
    if (signal?.aborted === true) throw new SinergiError('cancelled');
  };
  const place = join(dirname(out), `.salvaging-${toHex(randomBytes(8))}.cvault`);
  try {
    const { problems, files: total } = await examineFiles(examination, source, order.limits, () =>
      Promise.resolve(false),
    );
    const told = new Set(problems.map(({ file }) => file));
    const reader = { ...source, files: { ...files, read: (path: string) => readAgain(path) } };
    // What could be read a moment ago and cannot now is no loss to be reported, but a medium that fails.
    const unsteady = new Map<string, unknown>();
    const readAgain = async (path: string): Promise<Uint8Array> => {
      try {
        const bytes = await files.read(path);
        unsteady.delete(path);
        return bytes;
      } catch (cause) {
        if (!told.has(examination.nameOf(path))) unsteady.set(path, cause);
        throw cause;
      }
    };
    const gathered = await gather(reader, check);
    const trail = await gatherTrail(reader, gathered.journals);
    for (const cause of unsteady.values()) throw diskError(cause);
    const lost = lossesOf(problems, source.body, gathered, trail.lost > 0);
    const target = pathsOf(place);
    const written = await writeSalvaged(source, target, gathered.state, trail, order, (done) => {
      check();
      progress?.(total + done, total * 2);
    });
    const proof = new Examination(files, place, { signal });
    const {
      ok,
      problems: left,
      files: count,
    } = await examineFiles(proof, { ...source, paths: target, body: written.header }, new Map(), () =>
      Promise.resolve(false),
    );
    if (!ok) throw new SinergiError('vault-damaged', { file: left[0]?.file ?? '' });
    await files.rename(place, out);
    await order.anchor?.knowBeside(written);
    const { document, segments } = gathered.state;
    const rows = (events: boolean): number =>
      segments.reduce((sum, { kind, rows: each }) => sum + ((kind !== undefined) === events ? each : 0), 0);
    return {
      vaultId: source.body.vaultId,
      folder: out,
      files: count,
      people: living(document.people),
      cases: living(document.cases),
      visits: rows(false),
      events: rows(true),
      unnamed: gathered.unnamed.reduce((sum, { rows: each }) => sum + each, 0),
      audit: { kept: trail.kept, lost: trail.lost, gaps: trail.gaps.length },
      lost: [...lost],
    };
  } catch (cause) {
    await discard(files, place);
    throw diskError(cause);
  }
}

const living = (records: Readonly<Record<string, { readonly removed?: unknown }>>): number =>
  Object.values(records).filter(({ removed }) => removed === undefined).length;

async function entriesIn(files: Files, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw diskError(cause);
  }
}

/** Takes away copies only: the damaged vault still has everything. */
async function discard(files: Files, place: string): Promise<void> {
  try {
    await files.release();
    for (const inner of [...Object.values(folders).map((name) => join(place, name)), place]) {
      for (const name of await entriesIn(files, inner)) await files.remove(join(inner, name));
      await files.removeFolder(inner);
    }
  } catch {
    // The failure that led here is the one reported.
  }
}
