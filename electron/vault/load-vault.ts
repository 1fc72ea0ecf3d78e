import { basename, dirname } from 'node:path';
import { Low } from 'lowdb';
import type { EventKind } from '../../shared/domain/event.ts';
import { joinedPeople } from '../../shared/domain/identity.ts';
import type { Doubt } from '../../shared/domain/vault-health.ts';
import { SinergiError } from '../../shared/errors.ts';
import { judge, type Judgement } from './anchor/anchor.ts';
import { AnchorKeeper } from './anchor/anchor-keeper.ts';
import type { AnchorStore } from './anchor/anchor-store.ts';
import type { KeyDerivation } from './crypto/key-derivation.ts';
import { auditPayload } from './format/audit.ts';
import type { HeaderBody, RosterOfficer, Slot } from './format/header.ts';
import type { Directory } from './format/keys.ts';
import { decodeBlocks, decodeEventBlocks, type EventBlock, type VisitBlock } from './format/segment.ts';
import { AuditTrail } from './store/audit-trail.ts';
import { MemoryEvents } from './store/event-table.ts';
import { diskError } from './store/files.ts';
import { nextRevision, saveHeader } from './store/header-file.ts';
import { JournalledVault } from './store/journalled-vault.ts';
import type { VaultLock } from './store/lock-file.ts';
import type { LogReading } from './store/log-file.ts';
import type { Writing } from './store/parts.ts';
import {
  type AuditReading,
  Findings,
  foldAll,
  hashInLogs,
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
  /** Nothing has to be damaged, yet this workstation saw the vault further: it can be read until that is accepted. */
  readonly doubt?: Doubt | undefined;
}

export interface Loading extends Source {
  readonly lock: VaultLock;
  /** The header is the copy, which may be one revision behind. */
  readonly fromCopy?: boolean;
  /** The officer's slot as it has to be after a change of who runs the vault; written where writing begins. */
  readonly renewedSlot?: Slot | undefined;
  /** What this workstation remembers of vaults. */
  readonly anchors?: AnchorStore | undefined;
  /** Somebody who may has just put this vault here, and its trail says so: it is known beside what was known. */
  readonly vouched?: boolean | undefined;
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

  // Rows come before records where the snapshot says so: collecting garbage costs little while there are few objects.
  const early = new Map<string, Rows>();
  const base = await readBase(from, findings, async (segments) => {
    for (const { file, kind } of segments) {
      const rows = await readRows(from, file, kind);
      if (rows !== undefined) early.set(file, rows);
    }
  });
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
  await foldAll(state, [...journals.values()], findings);
  const joined = () => joinedPeople(Object.values(state.document.joins).filter(({ removed }) => removed === undefined));
  const visits = new MemoryVisits(() => ({
    corrections: Object.values(state.document.visitCorrections).filter(({ removed }) => removed === undefined),
    joined: joined(),
  }));
  const events = new MemoryEvents(joined);
  for (const { file, kind } of state.segments) {
    const rows = early.get(file) ?? (await readRows(from, file, kind));
    if (rows === undefined) findings.damage(`${file}.seg`);
    visits.add(rows?.visits ?? []);
    events.add(rows?.events ?? []);
  }
  await visits.prepare();

  const own = body.files.journals.find(({ device }) => device === body.device)?.file;
  const journal = own === undefined ? undefined : journals.get(own)?.reading;
  const audit = await readAudit(from, journals, foldedTo, findings);
  if (journal === undefined) findings.damage('journal');
  const judged = await judgeBy(from, audit);
  const doubt = from.vouched === true ? undefined : judged?.doubt;
  const sound = journal !== undefined && audit !== undefined && findings.first === undefined;
  const begin = async (): Promise<Begun> => {
    if (journal === undefined || audit === undefined) throw new SinergiError('vault-read-only');
    const { cutOff, header } = await makeReady(from, journal, audit, state);
    const trail = new AuditTrail(audit.reading.log, audit.head, keyring.signSeed);
    return { cutOff, header, writing: { journal: journal.log, trail } };
  };
  const begun = sound && doubt === undefined ? await begin() : undefined;
  const vault = new JournalledVault({
    files,
    paths,
    lock,
    keyring,
    header: begun?.header ?? body,
    actor: { officerId: officer.id, name: directory[officer.id] ?? '' },
    directory,
    store,
    snapshots,
    visits,
    events,
    writing: begun?.writing,
    withheld: sound && doubt !== undefined ? { doubt, begin } : undefined,
    anchor: from.anchors && new AnchorKeeper(from.anchors, now, judged?.others ?? []),
    kdf,
    now,
  });
  await vault.remember();
  return { vault, report: { cutOff: begun?.cutOff, readOnlyBecause: findings.first, doubt } };
}

interface Rows {
  readonly visits: readonly VisitBlock[];
  readonly events: readonly EventBlock[];
}

async function readRows(source: Source, file: string, kind: EventKind | undefined): Promise<Rows | undefined> {
  const content = await readSegment(source, file);
  if (content === undefined) return undefined;
  return kind === undefined
    ? { visits: decodeBlocks(content), events: [] }
    : { visits: [], events: decodeEventBlocks(content, kind) };
}

interface Begun {
  readonly cutOff: string | undefined;
  readonly header: HeaderBody;
  readonly writing: Writing;
}

/** Holds what was read against what this workstation remembers. */
async function judgeBy(from: Loading, audit: AuditReading | undefined): Promise<Judgement | undefined> {
  const { anchors, body, keyring, fromCopy = false } = from;
  const anchor = await anchors?.read(body.vaultId);
  if (anchor === undefined) return undefined;
  return await judge(anchor, {
    vaultId: body.vaultId,
    newestEpoch: keyring.newestEpoch,
    dataKeyOf: keyring.dataKeyOf,
    revision: body.revision,
    generation: body.generation,
    fromCopy,
    async hashAt(device, count) {
      // A damaged log says nothing about how long it was.
      if (device === body.device && audit === undefined) return null;
      if (device !== body.device || audit === undefined || count <= audit.first.count)
        return await hashInLogs(from, device, count);
      return audit.hashes[count - audit.first.count - 1];
    },
  });
}

/** Brings what a crash left half done to an end. Everything was read and found sound before. */
async function makeReady(
  from: Loading,
  journal: LogReading,
  audit: AuditReading,
  state: VaultState,
): Promise<Pick<Begun, 'cutOff' | 'header'>> {
  const { files, paths, body } = from;
  try {
    const names = [await setAside(from, journal), await setAside(from, audit.reading)];
    for (const entry of audit.missing) await audit.reading.log.append(auditPayload(entry), 'later');
    await tidy(files, paths, body, state);
    const header = await withTrust(from);
    return { cutOff: names.find((name) => name !== undefined), header };
  } catch (cause) {
    throw diskError(cause);
  }
}

/** An officer remembers who runs the vault; after a change there, the slot is written anew. */
async function withTrust({ files, paths, body, keyring, renewedSlot, now }: Loading): Promise<HeaderBody> {
  if (renewedSlot === undefined) return body;
  const slots = body.slots.map((slot) => (slot.officerId === renewedSlot.officerId ? renewedSlot : slot));
  const renewed = nextRevision({ ...body, slots }, now());
  await saveHeader(files, paths, keyring.vaultKey, renewed);
  return renewed;
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
