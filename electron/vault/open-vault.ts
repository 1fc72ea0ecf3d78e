import { randomBytes } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { Low } from 'lowdb';
import { SinergiError } from '../../shared/errors.ts';
import { toBase64, toHex } from './crypto/bytes.ts';
import { type KeyDerivation, settingFloor } from './crypto/key-derivation.ts';
import { requireLength } from './crypto/passphrase.ts';
import { publicHalf } from './crypto/raw-keys.ts';
import { readRecoveryKey, recoveryKeys } from './crypto/recovery-key.ts';
import {
  type AuditEntry,
  type AuditHead,
  auditPayload,
  continues,
  headAfter,
  noAudit,
  readAuditPayload,
} from './format/audit.ts';
import type { HeaderBody, RosterOfficer } from './format/header.ts';
import { readTransactions } from './format/journal.ts';
import { boxVaultKey, type Directory, openVaultKey } from './format/keys.ts';
import { signRoster } from './format/roster.ts';
import { decodeBlocks } from './format/segment.ts';
import { makeSlot } from './format/slot.ts';
import { openStream } from './format/stream.ts';
import type { VaultPort } from './port.ts';
import { diskError, type Files, isMissing, nodeFiles } from './store/files.ts';
import { loadHeader, saveHeader } from './store/header-file.ts';
import { JournalledVault } from './store/journalled-vault.ts';
import type { Keyring } from './store/keyring.ts';
import { lockVault, type VaultLock } from './store/lock-file.ts';
import { type LogReading, readLog } from './store/log-file.ts';
import { pathsOf, type VaultPaths } from './store/paths.ts';
import { SealedSnapshot } from './store/sealed-snapshot.ts';
import { emptyState, fold, readState, stateBytes, type VaultState } from './store/state.ts';
import { MemoryVisits } from './store/visit-table.ts';
import { isRecoveryKeyOf, unlock, withVaultKey } from './unlocking.ts';

export interface OpenOptions {
  readonly folder: string;
  readonly passphrase: string;
  /** Needed once several officers use the vault. */
  readonly officer?: string;
  readonly kdf: KeyDerivation;
  readonly practice?: boolean;
  readonly files?: Files;
  readonly now?: () => number;
}

export interface OpenReport {
  /** Where the end of a frame that a crash left unfinished was put aside. */
  readonly cutOff?: string | undefined;
  /** What is damaged; everything else can be read, nothing can be written. */
  readonly readOnlyBecause?: string;
}

export interface OpenedVault {
  readonly vault: VaultPort;
  readonly report: OpenReport;
}

/**
 * Opens a vault that is there; never makes one.
 *
 * @throws SinergiError `vault-not-found`, `vault-in-use`, `vault-version-unknown`, `vault-damaged`, `passphrase-wrong`,
 * `officer-unknown`, `officer-required`, `disk-failed`, `permission-denied`
 */
export async function openVault(options: OpenOptions): Promise<OpenedVault> {
  const files = options.files ?? nodeFiles();
  const paths = pathsOf(resolve(options.folder));
  await loadHeader(files, paths);
  const lock = await lockVault(paths.folder, toHex(randomBytes(16)));
  try {
    const header = await loadHeader(files, paths);
    const unlocked = await unlock(header, options.passphrase, options.officer, options.kdf, options.practice ?? false);
    return await load({ files, paths, lock, body: header.body, now: options.now ?? Date.now, ...unlocked });
  } catch (cause) {
    await files.release();
    await lock.release();
    throw diskError(cause);
  }
}

interface Loading {
  readonly files: Files;
  readonly paths: VaultPaths;
  readonly lock: VaultLock;
  readonly body: HeaderBody;
  readonly keyring: Keyring;
  readonly directory: Directory;
  readonly officer: RosterOfficer;
  readonly now: () => number;
}

async function load(from: Loading): Promise<OpenedVault> {
  const { files, paths, lock, body, keyring, directory, officer, now } = from;
  const report: { cutOff?: string | undefined; readOnlyBecause?: string } = {};
  const problem = (text: string): void => {
    report.readOnlyBecause ??= text;
  };

  let vault: JournalledVault | null = null;
  const store = new Low<VaultState>(
    new SealedSnapshot(
      () => readSnapshot(from),
      async (state) => vault?.writeSnapshot(stateBytes(state)),
    ),
    emptyState(),
  );
  await store.read();
  const state = store.data;

  const journals: LogReading[] = [];
  const inJournals: AuditEntry[] = [];
  for (const { device, file } of body.files.journals) {
    const reading = await readLogFile(from, 'journal', paths.journal(file), device, file, problem);
    for (const payload of reading.payloads)
      for (const transaction of readTransactions(payload) ?? unreadable(file)) {
        fold(state, transaction);
        inJournals.push(transaction.audit);
      }
    report.cutOff ??= await setAside(from, reading, report.readOnlyBecause === undefined);
    journals.push(reading);
  }
  const auditFile = body.files.audit.findLast(({ device }) => device === body.device);
  if (auditFile === undefined) throw new SinergiError('vault-damaged', { part: 'audit' });
  const audit = await readLogFile(from, 'audit', paths.audit(auditFile.file), body.device, auditFile.file, problem);
  await setAside(from, audit, report.readOnlyBecause === undefined);

  const visits = new MemoryVisits(() =>
    Object.values(state.document.visitCorrections).filter((correction) => correction.removed === undefined),
  );
  for (const { file } of state.segments) {
    const content = await readSegment(from, file);
    if (content === undefined) problem(`segments/${file}`);
    else visits.add(decodeBlocks(content));
  }

  const journal = journals[body.files.journals.findIndex(({ device }) => device === body.device)];
  if (journal === undefined) throw new SinergiError('vault-damaged', { part: 'journal' });
  const auditHead = await continueAudit(
    auditFile.first,
    audit,
    inJournals,
    report.readOnlyBecause === undefined,
    problem,
  );
  vault = new JournalledVault({
    files,
    paths,
    lock,
    keyring,
    header: body,
    actor: { officerId: officer.id, name: directory[officer.id] ?? '' },
    directory,
    store,
    visits,
    journal: journal.log,
    audit: audit.log,
    auditHead,
    readOnly: report.readOnlyBecause !== undefined,
    now,
  });
  return { vault, report };
}

function unreadable(file: string): never {
  throw new SinergiError('vault-damaged', { file });
}

async function readSnapshot({ files, paths, body, keyring }: Loading): Promise<VaultState> {
  const { snapshot } = body.files;
  const content = openStream(
    keyring.dataKeyOf,
    'snapshot',
    snapshot,
    body.vaultId,
    await present(files, paths.snapshot(snapshot)),
  );
  return (content === undefined ? undefined : readState(content)) ?? unreadable(`${snapshot}.snap`);
}

/** A file the header names and that is gone is damage. */
async function present(files: Files, path: string): Promise<Uint8Array> {
  try {
    return await files.read(path);
  } catch (cause) {
    if (isMissing(cause)) throw new SinergiError('vault-damaged', { file: basename(path) });
    throw diskError(cause);
  }
}

async function readSegment({ files, paths, body, keyring }: Loading, file: string): Promise<Uint8Array | undefined> {
  try {
    return openStream(keyring.dataKeyOf, 'segment', file, body.vaultId, await files.read(paths.segment(file)));
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw diskError(cause);
  }
}

async function readLogFile(
  { files, body, keyring }: Loading,
  kind: 'journal' | 'audit',
  path: string,
  device: string,
  fileId: string,
  problem: (text: string) => void,
): Promise<LogReading> {
  const bytes = await present(files, path);
  const reading = readLog(files, path, bytes, { kind, fileId, device }, body.vaultId, keyring.dataKeyOf);
  if (reading === undefined) return unreadable(basename(path));
  if (reading.damaged) problem(basename(path));
  return reading;
}

/** What a crash left of an unfinished frame is kept beside the vault and cut off; nothing of it was ever acknowledged. */
async function setAside(
  { files, paths, now }: Loading,
  { torn, damaged, log }: LogReading,
  writable: boolean,
): Promise<string | undefined> {
  if (torn === undefined || damaged || !writable) return undefined;
  const name = `${basename(log.path)}-${now()}`;
  await files.create(paths.aside(name), [torn]);
  await files.truncate(log.path, log.length);
  return name;
}

/** Entries stand in the journal first; those a crash kept out of the audit log are added to it now. */
async function continueAudit(
  first: AuditHead,
  { payloads, log }: LogReading,
  inJournals: readonly AuditEntry[],
  writable: boolean,
  problem: (text: string) => void,
): Promise<AuditHead> {
  let head: AuditHead = first.count === 0 ? noAudit : first;
  for (const payload of payloads) {
    const entry = readAuditPayload(payload);
    if (entry === undefined || !continues(head, entry)) {
      problem(basename(log.path));
      return head;
    }
    head = headAfter(entry);
  }
  for (const entry of inJournals) {
    if (entry.sequence <= head.count) continue;
    if (!continues(head, entry)) {
      problem(basename(log.path));
      return head;
    }
    if (writable) await log.append(auditPayload(entry));
    head = headAfter(entry);
  }
  return head;
}

export interface RecoverOptions extends Omit<OpenOptions, 'passphrase'> {
  readonly recoveryKey: string;
  readonly newPassphrase: string;
}

/**
 * Gives an officer a new passphrase and new keys by the recovery key, then opens. The keys given up still verify what
 * was signed with them.
 *
 * @throws SinergiError `recovery-key-wrong`, `passphrase-short`, and as `openVault`
 */
export async function openVaultWithRecoveryKey(options: RecoverOptions): Promise<OpenedVault> {
  const { recoveryKey, newPassphrase, kdf, practice = false } = options;
  requireLength(newPassphrase);
  const recovery = recoveryKeys(readRecoveryKey(recoveryKey));
  const files = options.files ?? nodeFiles();
  const now = options.now ?? Date.now;
  const paths = pathsOf(resolve(options.folder));
  await loadHeader(files, paths);
  const lock = await lockVault(paths.folder, toHex(randomBytes(16)));
  try {
    const { body, mac } = await loadHeader(files, paths);
    if (!isRecoveryKeyOf(body, recovery.boxPublic)) throw new SinergiError('recovery-key-wrong');
    const { roster, vaultId } = body;
    const vaultKey = openVaultKey(recovery.boxPrivate, roster.recovery.vaultKey, vaultId, roster.keyEpoch, 'recovery');
    if (vaultKey === undefined) throw new SinergiError('vault-damaged', { part: 'recovery' });
    withVaultKey(body, mac, vaultKey, recovery.signSeed);
    const old = roster.officers.find((officer) => officer.status === 'active');
    if (old === undefined) throw new SinergiError('officer-unknown');

    const boxPrivate = new Uint8Array(randomBytes(32));
    const signSeed = new Uint8Array(randomBytes(32));
    const boxKey = publicHalf('x25519', boxPrivate);
    const signKey = publicHalf('ed25519', signSeed);
    const officer: RosterOfficer = {
      ...old,
      boxKey: toBase64(boxKey),
      signKey: toBase64(signKey),
      retiredSignKeys: [...old.retiredSignKeys, old.signKey],
      vaultKey: boxVaultKey(vaultKey, vaultId, roster.keyEpoch, old.id, boxKey),
    };
    const keys = { boxPrivate, signSeed, roots: [signKey, recovery.signPublic] };
    const kdfName = practice ? 'argon2id-practice' : 'argon2id';
    const before = body.slots.find(({ officerId }) => officerId === old.id);
    const parameters = practice && before !== undefined ? before.kdf : settingFloor;
    const slot = await makeSlot(vaultId, officer, keys, newPassphrase, kdf, kdfName, parameters);
    const { keyEpoch, certificates } = roster;
    const officers = roster.officers.map((each) => (each.id === old.id ? officer : each));
    await saveHeader(files, paths, vaultKey, {
      ...body,
      revision: body.revision + 1,
      writtenAt: new Date(now()).toISOString(),
      roster: signRoster(
        vaultId,
        { keyEpoch, officers, recovery: roster.recovery, certificates },
        recovery.signSeed,
        recovery.signPublic,
      ),
      slots: body.slots.map((each) => (each.officerId === old.id ? slot : each)),
    });
  } catch (cause) {
    throw diskError(cause);
  } finally {
    await files.release();
    await lock.release();
  }
  const opened = await openVault({ ...options, passphrase: newPassphrase });
  await opened.vault.note({ action: 'vault.recover', entity: 'vault', entityId: opened.vault.vaultId });
  return opened;
}
