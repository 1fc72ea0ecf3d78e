import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Id } from '../../shared/domain/basics.ts';
import { SinergiError } from '../../shared/errors.ts';
import { toBase64, wipe } from './crypto/bytes.ts';
import { type Argon2Parameters, type KeyDerivation, meetsSettingFloor, settingFloor } from './crypto/key-derivation.ts';
import { requireLength } from './crypto/passphrase.ts';
import { publicHalf } from './crypto/raw-keys.ts';
import { newRecoverySeed, printRecoveryKey, recoveryKeys } from './crypto/recovery-key.ts';
import { folders, formatVersion } from './format/constants.ts';
import { newPreamble } from './format/frame.ts';
import { type HeaderBody, officerLabel } from './format/header.ts';
import { boxVaultKey, newDataKey, sealDataKey, sealDirectory } from './format/keys.ts';
import { signRoster } from './format/roster.ts';
import { makeSlot, type OfficerKeys } from './format/slot.ts';
import { sealStream } from './format/stream.ts';
import { newId } from './ids.ts';
import { openVault } from './open-vault.ts';
import type { VaultPort } from './port.ts';
import { diskError, type Files, isMissing, nodeFiles } from './store/files.ts';
import { saveHeader } from './store/header-file.ts';
import { createLog } from './store/log-file.ts';
import { pathsOf, type VaultPaths } from './store/paths.ts';
import { emptyState, stateBytes } from './store/state.ts';

export interface CreateOptions {
  readonly folder: string;
  readonly officerName: string;
  readonly passphrase: string;
  readonly kdf: KeyDerivation;
  readonly parameters?: Argon2Parameters;
  /** For tests: weak parameters, marked in the header so that only tests open the vault again. */
  readonly practice?: boolean;
  readonly files?: Files;
  readonly now?: () => number;
}

export interface CreatedVault {
  readonly vault: VaultPort;
  readonly officerId: Id;
  /** Shown once, kept nowhere. */
  readonly recoveryKey: string;
}

/**
 * Makes a vault where there is none. The header is written last: before it, there is no vault.
 *
 * @throws SinergiError `vault-exists`, `passphrase-short`, `disk-full`, `disk-failed`, `permission-denied`
 */
export async function createVault(options: CreateOptions): Promise<CreatedVault> {
  const { officerName, passphrase, kdf, practice = false, parameters = settingFloor } = options;
  requireLength(passphrase);
  if (!practice && !meetsSettingFloor(parameters)) throw new SinergiError('invalid-input');
  const files = options.files ?? nodeFiles();
  const now = options.now ?? Date.now;
  const paths = pathsOf(resolve(options.folder));
  await requireEmpty(files, paths);

  const vaultId = newId(now());
  const officerId = newId(now());
  const device = newId(now());
  const vaultKey = new Uint8Array(randomBytes(32));
  const dataKey = newDataKey();
  const seed = newRecoverySeed();
  const recovery = recoveryKeys(seed);
  const boxPrivate = new Uint8Array(randomBytes(32));
  const signSeed = new Uint8Array(randomBytes(32));
  const signKey = publicHalf('ed25519', signSeed);
  const boxKey = publicHalf('x25519', boxPrivate);
  const keys: OfficerKeys = { boxPrivate, signSeed, roots: [signKey, recovery.signPublic] };
  const owner = { id: officerId, boxKey: toBase64(boxKey), signKey: toBase64(signKey) };

  try {
    const kdfName = practice ? 'argon2id-practice' : 'argon2id';
    const slot = await makeSlot(vaultId, owner, keys, passphrase, kdf, kdfName, parameters);
    const roster = signRoster(
      vaultId,
      {
        keyEpoch: 1,
        officers: [
          {
            ...owner,
            role: 'administrator',
            status: 'active',
            label: officerLabel(vaultId, officerName),
            retiredSignKeys: [],
            vaultKey: boxVaultKey(vaultKey, vaultId, 1, officerId, boxKey),
          },
        ],
        recovery: {
          boxKey: toBase64(recovery.boxPublic),
          signKey: toBase64(recovery.signPublic),
          vaultKey: boxVaultKey(vaultKey, vaultId, 1, 'recovery', recovery.boxPublic),
        },
        certificates: [],
      },
      signSeed,
      signKey,
    );
    const at = new Date(now()).toISOString();
    const header: HeaderBody = {
      magic: 'sinergi-vault',
      format: formatVersion,
      vaultId,
      revision: 1,
      generation: 1,
      createdAt: at,
      writtenAt: at,
      device,
      roster,
      slots: [slot],
      directory: sealDirectory(vaultKey, vaultId, { [officerId]: officerName.trim() }),
      ring: [sealDataKey(vaultKey, vaultId, 1, dataKey)],
      files: await writeFirstFiles(files, paths, vaultId, device, dataKey, now),
    };
    await saveHeader(files, paths, vaultKey, header);
  } catch (cause) {
    throw diskError(cause);
  } finally {
    wipe(vaultKey, dataKey, seed.slice(), recovery.boxPrivate, recovery.signSeed, boxPrivate, signSeed);
    await files.release();
  }
  const recoveryKey = printRecoveryKey(seed);
  wipe(seed);
  const { vault } = await openVault({ folder: paths.folder, passphrase, kdf, practice, files, now });
  await vault.note({ action: 'vault.create', entity: 'vault', entityId: vaultId });
  return { vault, officerId, recoveryKey };
}

/** @throws SinergiError `vault-exists` also when only parts of a vault are there: they may be somebody's damaged one */
async function requireEmpty(files: Files, paths: VaultPaths): Promise<void> {
  try {
    const names = await files.list(paths.folder);
    const own = new Set<string>([...Object.values(folders), 'header.json', 'header.prev.json']);
    if (names.some((name) => own.has(name))) throw new SinergiError('vault-exists');
  } catch (cause) {
    if (!isMissing(cause)) throw diskError(cause);
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
  await files.create(paths.snapshot(snapshot), sealStream(dataKey, preamble, vaultId, stateBytes(emptyState())));
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
