import { resolve } from 'node:path';
import type { OfficerRole } from '../../../shared/domain/officer.ts';
import type { Problem, VerifyReport } from '../../../shared/domain/vault-health.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { judge } from '../anchor/anchor.ts';
import type { AnchorStore } from '../anchor/anchor-store.ts';
import { readHeader } from '../format/header.ts';
import { rolesOf } from '../officers/members.ts';
import { lockFor, type OpenOptions } from '../open-vault.ts';
import { diskError, nodeFiles } from '../store/files.ts';
import type { StoredHeader } from '../store/header-file.ts';
import type { Source } from '../store/reading.ts';
import type { Keyring } from '../store/keyring.ts';
import { pathsOf, type VaultPaths } from '../store/paths.ts';
import { unlock, type Unlocked } from '../unlocking.ts';
import type { Watch } from '../port.ts';
import { Examination } from './examination.ts';
import type { FoundChain } from './examine-audit.ts';
import { examineFiles } from './examine-files.ts';

export interface VerifyOptions extends OpenOptions, Watch {
  /** Whether an officer with these roles may; who may not is told before anything else is read. */
  readonly mayVerify?: (roles: readonly OfficerRole[]) => boolean;
}

/**
 * Reads a whole vault that nobody has open and says what is wrong with it. A damaged vault is read as far as its
 * passphrase still opens a header; nothing is written, whatever is found.
 *
 * @throws SinergiError `vault-not-found`, `vault-version-unknown`, `vault-in-use`, `passphrase-wrong`, `officer-unknown`,
 * `officer-required`, `not-allowed`, `cancelled`
 */
export async function verifyVault(options: VerifyOptions): Promise<VerifyReport> {
  return await examined(options, async (examination, opened, source) => {
    if (opened === undefined || source === undefined) return examination.report();
    const { stored, unlocked } = opened;
    if (options.mayVerify?.(rolesOf(unlocked.officer)) === false)
      throw new SinergiError('not-allowed', { verb: 'vault.verify' });
    return await examineFiles(examination, source, new Map(), (chains) =>
      isDoubted(stored, unlocked.keyring, options.anchors, chains),
    );
  });
}

/** Holds a vault, looks at both headers, and hands over the one that opens, when one does. Its keys are wiped afterwards. */
export async function examined<T>(
  options: OpenOptions & Watch,
  work: (examination: Examination, opened: OpenedHeader | undefined, source: Source | undefined) => Promise<T>,
): Promise<T> {
  const files = options.files ?? nodeFiles();
  const paths = pathsOf(resolve(options.folder));
  const there = await Promise.all([paths.header, paths.headerCopy].map((path) => files.size(path))).catch(
    (cause: unknown) => {
      throw diskError(cause);
    },
  );
  if (there.every((size) => size === undefined)) throw new SinergiError('vault-not-found');
  const lock = await lockFor(paths.folder, 'reading');
  let opened: OpenedHeader | undefined;
  try {
    const examination = new Examination(files, paths.folder, options);
    examination.expect(2);
    opened = await examineHeaders(examination, paths, options);
    const source = opened && { files, paths, body: opened.stored.body, keyring: opened.unlocked.keyring };
    return await work(examination, opened, source);
  } finally {
    opened?.unlocked.keyring.wipe();
    await files.release();
    await lock.release();
  }
}

async function isDoubted(
  { body, fromCopy }: StoredHeader,
  keyring: Keyring,
  anchors: AnchorStore | undefined,
  chains: ReadonlyMap<string, FoundChain>,
): Promise<boolean> {
  const anchor = await anchors?.read(body.vaultId);
  if (anchor === undefined) return false;
  const { vaultId, revision, generation } = body;
  const { newestEpoch, dataKeyOf } = keyring;
  const hashAt = (device: string, count: number): Promise<string | undefined | null> => {
    const chain = chains.get(device);
    return Promise.resolve(chain?.hashes.get(count) ?? (chain?.whole === true ? undefined : null));
  };
  const present = { vaultId, newestEpoch, dataKeyOf, revision, generation, fromCopy, hashAt };
  return (await judge(anchor, present)).doubt !== undefined;
}

interface OpenedHeader {
  readonly stored: StoredHeader;
  readonly unlocked: Unlocked;
}

/** The first of header and copy that is whole and opens. */
async function examineHeaders(
  examination: Examination,
  paths: VaultPaths,
  options: OpenOptions,
): Promise<OpenedHeader | undefined> {
  const both = [
    { path: paths.header, bytes: await examination.bytesOf(paths.header) },
    { path: paths.headerCopy, bytes: await examination.bytesOf(paths.headerCopy) },
  ].map((one) => ({ ...one, reading: one.bytes === undefined ? undefined : readHeader(one.bytes) }));
  if (both[0]?.reading?.state === 'version-unknown') throw new SinergiError('vault-version-unknown');
  let opened: OpenedHeader | undefined;
  for (const [number, { path, bytes, reading }] of both.entries()) {
    if (bytes === undefined || reading === undefined) continue;
    const other = both[1 - number]?.bytes;
    if (reading.state !== 'read') {
      examination.problem(path, firstDifference(bytes, other), 'header-damaged');
      continue;
    }
    const stored = { body: reading.body, mac: reading.mac, fromCopy: number === 1 };
    if (opened !== undefined && reading.body.revision < opened.stored.body.revision - 1)
      examination.problem(path, 0, 'header-older');
    const at = other === undefined ? bytes.length : firstDifference(bytes, other);
    // Of one revision the two are the same bytes; the code at the end of the copy is checked by that alone.
    if (opened?.stored.body.revision === reading.body.revision && at < bytes.length)
      examination.problem(path, at, 'header-damaged');
    const unlocked = opened === undefined ? await unlockOr(stored, options) : undefined;
    if (unlocked === 'header-forged') examination.problem(path, firstDifference(bytes, other), 'header-forged');
    else if (unlocked !== undefined) opened = { stored, unlocked };
  }
  return opened;
}

async function unlockOr(stored: StoredHeader, options: OpenOptions): Promise<Unlocked | 'header-forged'> {
  const { passphrase, officer, kdf, practice = false } = options;
  try {
    return await unlock(stored, passphrase, officer, kdf, practice);
  } catch (cause) {
    const code: Problem['code'] = 'header-forged';
    if (cause instanceof SinergiError && cause.code === 'vault-damaged') return code;
    throw cause;
  }
}

/** Both files hold the same bytes, so where they part is where the damage begins. */
function firstDifference(damaged: Uint8Array, sound: Uint8Array | undefined): number {
  if (sound === undefined) return 0;
  const at = damaged.findIndex((byte, offset) => byte !== sound[offset]);
  return at < 0 ? damaged.length : at;
}
