import { basename, dirname } from 'node:path';
import { Low } from 'lowdb';
import type { KeyDerivation } from './crypto/key-derivation.ts';
import { joinedPeople } from '../../shared/domain/identity.ts';
import { auditPayload } from './format/audit.ts';
import type { RosterOfficer } from './format/header.ts';
import type { Directory } from './format/keys.ts';
import { decodeBlocks, decodeEventBlocks } from './format/segment.ts';
import { AuditTrail } from './store/audit-trail.ts';
import { MemoryEvents } from './store/event-table.ts';
import { diskError } from './store/files.ts';
import { JournalledVault } from './store/journalled-vault.ts';
import type { VaultLock } from './store/lock-file.ts';
import type { LogReading } from './store/log-file.ts';
import {
  type AuditReading,
  Findings,
  foldAll,
  type JournalReading,
  readAudit,
  readBase,
  readJournal,
  readSegment,
  type Source,
} from './store/reading.ts';
import { SealedSnapshot } from './store/sealed-snapshot.ts';
import { emptyState, type VaultState } from './store/state.ts';
import { tidy } from './store/tidy.ts';
import { MemoryVisits } from './store/visit-table.ts';

export interface OpenReport {
  /** Where the end of a frame that a crash left unfinished was put aside. */
  readonly cutOff?: string | undefined;
  /** What is damaged; everything else can be read, nothing can be written. */
  readonly readOnlyBecause?: string | undefined;
  /** Wrong passphrases tried for this officer since the right one was given last. */
  readonly wrongPassphrases?: number;
}

export interface Loading extends Source {
  readonly lock: VaultLock;
  readonly directory: Directory;
  readonly officer: RosterOfficer;
  /** Known before anything was read, as when the header had to be taken from its copy. */
  readonly problem?: string | undefined;
  readonly kdf: KeyDerivation;
  readonly now: () => number;
}

export interface LoadedVault {
  readonly vault: JournalledVault;
  readonly report: OpenReport;
}

/**
 * Reads everything the header names before anything is written. What is damaged makes the vault read-only; what is
 * authentic besides is there to be read. Only when there is no document left at all does it fail.
 *
 * @throws SinergiError `vault-damaged`, `disk-full`, `disk-failed`, `permission-denied`
 */
export async function loadVault(from: Loading): Promise<LoadedVault> {
  const { files, paths, lock, body, keyring, directory, officer, kdf, now } = from;
  const findings = new Findings(from.problem);

  const base = await readBase(from, findings);
  const snapshots = new SealedSnapshot(() => Promise.resolve(base.state));
  const store = new Low<VaultState>(snapshots, emptyState());
  await store.read();
  const state = store.data;
  const foldedTo = state.stamp;

  const journals = new Map<string, JournalReading>();
  for (const named of base.journals) {
    const journal = await readJournal(from, named, findings);
    if (journal !== undefined) journals.set(named.file, journal);
  }
  foldAll(state, [...journals.values()], findings);
  const joined = () => joinedPeople(Object.values(state.document.joins).filter(({ removed }) => removed === undefined));
  const visits = new MemoryVisits(() => ({
    corrections: Object.values(state.document.visitCorrections).filter(({ removed }) => removed === undefined),
    joined: joined(),
  }));
  const events = new MemoryEvents(joined);
  for (const { file, kind } of state.segments) {
    const content = await readSegment(from, file);
    if (content === undefined) findings.damage(`${file}.seg`);
    else if (kind === undefined) visits.add(decodeBlocks(content));
    else events.add(decodeEventBlocks(content, kind));
  }

  const own = body.files.journals.find(({ device }) => device === body.device)?.file;
  const journal = own === undefined ? undefined : journals.get(own)?.reading;
  const audit = await readAudit(from, journals, foldedTo, findings);
  if (journal === undefined) findings.damage('journal');
  const sound = journal !== undefined && audit !== undefined && findings.first === undefined;
  const cutOff = sound ? await makeReady(from, journal, audit, state) : undefined;
  const vault = new JournalledVault({
    files,
    paths,
    lock,
    keyring,
    header: body,
    actor: { officerId: officer.id, name: directory[officer.id] ?? '' },
    directory,
    store,
    snapshots,
    visits,
    events,
    writing: sound
      ? { journal: journal.log, trail: new AuditTrail(audit.reading.log, audit.head, keyring.signSeed) }
      : undefined,
    kdf,
    now,
  });
  return { vault, report: { cutOff, readOnlyBecause: findings.first } };
}

/** Brings what a crash left half done to an end. Everything was read and found sound before. */
async function makeReady(
  from: Loading,
  journal: LogReading,
  audit: AuditReading,
  state: VaultState,
): Promise<string | undefined> {
  const { files, paths, body } = from;
  try {
    const names = [await setAside(from, journal), await setAside(from, audit.reading)];
    for (const entry of audit.missing) await audit.reading.log.append(auditPayload(entry), 'later');
    await tidy(files, paths, body, state);
    return names.find((name) => name !== undefined);
  } catch (cause) {
    throw diskError(cause);
  }
}

/** What a crash left of an unfinished frame is kept beside the vault and cut off; nothing of it was ever acknowledged. */
async function setAside({ files, paths, now }: Loading, { torn, log }: LogReading): Promise<string | undefined> {
  if (torn === undefined) return undefined;
  const name = `${basename(log.path)}-${now()}`;
  // Programs that copy folders leave out empty ones.
  await files.makeFolder(dirname(paths.aside(name)));
  await files.create(paths.aside(name), [torn]);
  await files.truncate(log.path, log.length);
  return name;
}
