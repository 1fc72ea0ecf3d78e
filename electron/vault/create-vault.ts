import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Id } from '../../shared/domain/basics.ts';
import { founderRoles } from '../../shared/domain/officer.ts';
import type { RecoverySplit } from '../../shared/domain/recovery.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { AnchorStore } from './anchor/anchor-store.ts';
import { toBase64, wipe } from './crypto/bytes.ts';
import { type Argon2Parameters, type KeyDerivation, meetsSettingFloor, strengthOf } from './crypto/key-derivation.ts';
import { requireLength } from './crypto/passphrase.ts';
import { publicHalf } from './crypto/raw-keys.ts';
import type { RecoveryKeys } from './crypto/recovery-key.ts';
import { folders, formatVersion, headerCopyName, headerName } from './format/constants.ts';
import { newPreamble } from './format/frame.ts';
import { type HeaderBody, officerLabel, type RosterOfficer } from './format/header.ts';
import { boxVaultKey, newDataKey, sealDataKey, sealDirectory } from './format/keys.ts';
import { signRoster } from './format/roster.ts';
import { makeSlot, type OfficerKeys, passphraseOf, type SlotSecret } from './format/slot.ts';
import { sealStream } from './format/stream.ts';
import { newId } from './ids.ts';
import { loadVault } from './load-vault.ts';
import { newRecovery } from './officers/new-recovery.ts';
import { held, noted } from './open-vault.ts';
import type { VaultPort } from './port.ts';
import { diskError, type Files, isMissing, nodeFiles } from './store/files.ts';
import { saveHeader } from './store/header-file.ts';
import { Keyring } from './store/keyring.ts';
import { createLog } from './store/log-file.ts';
import { pathsOf, type VaultPaths } from './store/paths.ts';
import { stateBytes } from './store/snapshot-content.ts';
import { emptyState } from './store/state.ts';

export interface CreateOptions {
  readonly folder: string;
  readonly officerName: string;
  readonly passphrase: SlotSecret;
  /** Absent for a recovery key in one piece. */
  readonly shares?: RecoverySplit | undefined;
  readonly kdf: KeyDerivation;
  /** What `kdf` finds right for this machine when they are not given. */
  readonly parameters?: Argon2Parameters;
  /** For tests: weak parameters, marked in the header so that only tests open the vault again. */
  readonly practice?: boolean;
  readonly files?: Files;
  readonly now?: () => number;
  readonly anchors?: AnchorStore;
}

export interface CreatedVault {
  readonly vault: VaultPort;
  readonly officerId: Id;
  /** The recovery key, or its shares: shown once, kept nowhere. */
  readonly recovery: readonly string[];
}

/**
 * Makes a vault where there is none. The header is written last: before it, there is no vault; when anything fails, what
 * was written is taken away again.
 *
 * @throws SinergiError `vault-exists`, `passphrase-short`, `disk-full`, `disk-failed`, `permission-denied`
 */
export async function createVault(options: CreateOptions): Promise<CreatedVault> {
  const { officerName, passphrase, kdf, practice = false } = options;
  requireLength(passphraseOf(passphrase));
  const parameters = options.parameters ?? (await strengthOf(kdf));
  if (!practice && !meetsSettingFloor(parameters)) throw new SinergiError('invalid-input', { field: 'parameters' });
  const files = options.files ?? nodeFiles();
  const now = options.now ?? Date.now;
  const paths = pathsOf(resolve(options.folder));
  await requireEmpty(files, paths);

  const [vaultId, officerId, device] = [newId(now()), newId(now()), newId(now())];
  const vaultKey = new Uint8Array(randomBytes(32));
  const dataKey = newDataKey();
  const { keys: recovery, entry, texts } = await newRecovery(vaultId, options.shares);
  const founder = newFounder(recovery);
  try {
    const owner = { id: officerId, boxKey: toBase64(founder.boxKey), signKey: toBase64(founder.signKey) };
    const kdfName = practice ? 'argon2id-practice' : 'argon2id';
    const slot = await makeSlot(vaultId, owner, founder.keys, passphrase, kdf, kdfName, parameters);
    const officer: RosterOfficer = {
      ...owner,
      roles: [...founderRoles],
      status: 'active',
      label: officerLabel(vaultId, officerName),
      retiredSignKeys: [],
      vaultKey: boxVaultKey(vaultKey, vaultId, 1, officerId, founder.boxKey),
    };
    const unsigned = {
      keyEpoch: 1,
      officers: [officer],
      recovery: { ...entry, vaultKey: boxVaultKey(vaultKey, vaultId, 1, 'recovery', recovery.boxPublic) },
      certificates: [],
    };
    const directory = { [officerId]: officerName.trim() };
    const at = new Date(now()).toISOString();
    const body: HeaderBody = {
      magic: 'sinergi-vault',
      format: formatVersion,
      vaultId,
      revision: 1,
      generation: 1,
      createdAt: at,
      writtenAt: at,
      device,
      roster: signRoster(vaultId, unsigned, founder.keys.signSeed, founder.signKey),
      slots: [slot],
      directory: sealDirectory(vaultKey, vaultId, directory),
      ring: [sealDataKey(vaultKey, vaultId, 1, dataKey)],
      files: await writeFirstFiles(files, paths, vaultId, device, dataKey, now),
    };
    await saveHeader(files, paths, vaultKey, body);
    const keyring = new Keyring(vaultKey, founder.keys, new Map([[1, dataKey]]));
    const { vault } = await held({ ...options, files }, 'changing', (taken) =>
      loadVault({ ...taken, body, keyring, directory, officer, kdf }),
    );
    await noted(vault, { action: 'vault.create', entity: 'vault', entityId: vaultId });
    return { vault, officerId, recovery: texts };
  } catch (cause) {
    wipe(vaultKey, dataKey, founder.keys.signSeed, founder.keys.boxPrivate);
    await takeBack(files, paths);
    throw diskError(cause);
  } finally {
    wipe(recovery.boxPrivate, recovery.signSeed);
  }
}

/** Key pairs of the first officer, who trusts a roster signed by these or by the recovery key. */
function newFounder(recovery: RecoveryKeys): {
  readonly keys: OfficerKeys;
  readonly boxKey: Uint8Array;
  readonly signKey: Uint8Array;
} {
  const boxPrivate = new Uint8Array(randomBytes(32));
  const signSeed = new Uint8Array(randomBytes(32));
  const boxKey = publicHalf('x25519', boxPrivate);
  const signKey = publicHalf('ed25519', signSeed);
  return { keys: { boxPrivate, signSeed, roots: [signKey, recovery.signPublic], refused: [] }, boxKey, signKey };
}

const headerNames: readonly string[] = [headerName, headerCopyName];
const folderNames = Object.values(folders);

/** @throws SinergiError `vault-exists` also when only parts of a vault are there: they may be somebody's damaged one */
async function requireEmpty(files: Files, paths: VaultPaths): Promise<void> {
  const names = await namesIn(files, paths.folder);
  if (names.some((name) => headerNames.includes(name))) throw new SinergiError('vault-exists');
  for (const folder of folderNames)
    if ((await namesIn(files, join(paths.folder, folder))).length > 0) throw new SinergiError('vault-exists');
}

async function namesIn(files: Files, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw diskError(cause);
  }
}

/** Removes the files of a vault that did not come to be; its keys are gone, so nobody could ever read them. */
async function takeBack(files: Files, paths: VaultPaths): Promise<void> {
  try {
    await files.release();
    for (const path of [paths.header, paths.headerCopy, paths.newHeader]) await files.remove(path);
    for (const folder of folderNames)
      for (const name of await namesIn(files, join(paths.folder, folder)))
        await files.remove(join(paths.folder, folder, name));
  } catch {
    // The failure that led here is the one reported.
  }
}

async function writeFirstFiles(
  files: Files,
  paths: VaultPaths,
  vaultId: Id,
  device: Id,
  dataKey: Uint8Array,
  now: () => number,
): Promise<HeaderBody['files']> {
  await files.makeFolder(paths.folder);
  for (const folder of Object.values(folders)) await files.makeFolder(`${paths.folder}/${folder}`);
  const [snapshot, journal, audit] = [newId(now()), newId(now()), newId(now())];
  const common = { epoch: 1, device, generation: 1 } as const;
  const preamble = newPreamble({ kind: 'snapshot', fileId: snapshot, ...common });
  const content = await stateBytes(emptyState());
  await files.create(paths.snapshot(snapshot), sealStream(dataKey, preamble, vaultId, content));
  const log = await createLog(
    files,
    paths.journal(journal),
    { kind: 'journal', fileId: journal, ...common },
    vaultId,
    dataKey,
  );
  const entries = await createLog(
    files,
    paths.audit(audit),
    { kind: 'audit', fileId: audit, ...common },
    vaultId,
    dataKey,
  );
  log.wipe();
  entries.wipe();
  return {
    snapshot,
    journals: [{ device, file: journal }],
    audit: [{ device, file: audit, first: { count: 0, head: '0'.repeat(64) } }],
    auditHeads: [{ device, count: 0, head: '0'.repeat(64) }],
  };
}
