import type { Id } from '../../../shared/domain/basics.ts';
import { itemFacts } from '../../../shared/domain/exchange/item-facts.ts';
import { itemLabel } from '../../../shared/domain/exchange/diff.ts';
import type { PackageItem } from '../../../shared/domain/exchange/item.ts';
import type { Manifest, ReceivedItem, ReceivedPackage } from '../../../shared/domain/exchange/package.ts';
import type { Inspection, ReceivedItemRow, ReceivedRow } from '../../../shared/domain/exchange/rows.ts';
import type { StoredContent } from '../../../shared/domain/stored-file.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { fromBase64, wipe } from '../../vault/crypto/bytes.ts';
import type { Transaction, VaultPort } from '../../vault/port.ts';
import type { AnalysisRunner } from '../analysis/analysis-thread.ts';
import { type LongWork, type Watched, watched } from '../backup/long-work.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import { knownSigners } from './agencies.ts';
import { candidatesFor } from './candidates.ts';
import { HeldRecords } from './held-records.ts';
import { identityOf } from './identity.ts';
import { openEnvelope, type PackageKey, readContent } from './package/open-package.ts';
import { drawnFrom, envelopeIn, withCompanions } from './package/package-files.ts';
import type { PackageContent } from './package/package-job.ts';
import { joinPartsAgain } from './package/parts.ts';
import type { PackageReader } from './package/package-thread.ts';

export interface Receiving {
  /**
   * Looks at a package without taking anything in: nothing is written. Of a package in parts one is enough when the others
   * lie beside it.
   *
   * @throws SinergiError `agency-identity-missing`, `package-…`, `file-not-found`, `file-unreadable`
   */
  inspect(paths: readonly string[]): Promise<Inspection>;
  /** Puts a package into quarantine. @throws SinergiError as `inspect`; `package-expired`, `package-replayed`, `package-not-sent` */
  receive(paths: readonly string[]): Promise<ReceivedRow>;
  list(): readonly ReceivedRow[];
  /** What is in a package, beside what the vault has of it. @throws SinergiError `not-found` */
  items(receivedId: Id): Promise<readonly ReceivedItemRow[]>;
}

interface ReceivingOptions {
  readonly session: Session;
  readonly reader: PackageReader;
  readonly runner: AnalysisRunner;
  readonly work: LongWork;
  readonly now: () => Date;
}

export function createReceiving({ session, reader, runner, work, now }: ReceivingOptions): Receiving {
  /** @param look gets what the package holds, and its key as long as it takes */
  async function read<T>(
    vault: GuardedVault,
    given: readonly string[],
    look: (content: PackageContent, opened: OpenedFiles) => Promise<T> | T,
    signal?: AbortSignal,
  ): Promise<T> {
    const identity = identityOf(vault);
    const paths = withCompanions(given);
    const envelope = envelopeIn(paths);
    const keys = identity.keys.map(({ boxKey, boxPrivate }) => ({
      boxKey: fromBase64(boxKey),
      boxPrivate: fromBase64(boxPrivate),
    }));
    try {
      const key = openEnvelope(envelope.packageId, envelope.bytes, keys);
      try {
        const content = await reader.read({ paths, key, signers: knownSigners(vault) }, signal);
        if (content.manifest.recipientId !== identity.agencyId) throw new SinergiError('package-not-for-us');
        return await look(content, { paths, key });
      } finally {
        wipe(key.contentKey);
      }
    } finally {
      for (const { boxPrivate } of keys) wipe(boxPrivate);
    }
  }

  const today = (): string => now().toISOString().slice(0, 10);
  const isExpired = ({ expiresOn }: Manifest): boolean => expiresOn !== null && expiresOn < today();

  return {
    async inspect(paths) {
      const vault = session.vault('exchange.receive');
      return await read(vault, paths, ({ manifest, bytes, parts }) => ({
        ...factsOf(manifest),
        parts,
        bytes,
        signature: 'good',
        forUs: true,
        expired: isExpired(manifest),
        receivedAt: receivedBefore(vault, manifest.packageId)?.createdAt ?? null,
      }));
    },
    async receive(paths) {
      const vault = session.vault('exchange.receive');
      const take = (watch: Watched) =>
        read(
          vault,
          paths,
          async (content, opened) => {
            const { packageId } = content.manifest;
            if (isExpired(content.manifest))
              throw new SinergiError('package-expired', { expiresOn: content.manifest.expiresOn ?? '' });
            const before = receivedBefore(vault, packageId);
            if (before !== undefined) throw new SinergiError('package-replayed', { at: before.createdAt });
            const files = await takeFiles(vault, content, opened, watch);
            try {
              return await quarantine(vault, content, files);
            } catch (failure) {
              for (const file of files.values()) await vault.blobs.drop(file);
              throw failure;
            }
          },
          watch.signal,
        );
      const made = await work.run('package', 'reading', take);
      return rowsOf(session.vault('exchange.receive'), [made])[0] ?? neverMissing();
    },
    list() {
      const vault = session.vault('exchange.read');
      return rowsOf(vault, [...living(vault, 'receivedPackages')]).sort((a, b) =>
        a.receivedAt < b.receivedAt ? 1 : -1,
      );
    },
    async items(receivedId) {
      const vault = session.vault('exchange.receive');
      const { manifest } = find(vault, 'receivedPackages', receivedId);
      const items = itemsOf(vault, manifest.packageId);
      const held = heldRecords(vault, manifest);
      const compared = items.map((each) => ({ ...each, difference: held.compare(each.item) }));
      const strangers = compared.flatMap(({ item, difference, decision }) =>
        item.type === 'person' && difference.localId === null && decision === 'held' ? [item] : [],
      );
      const candidates = await candidatesFor(vault, strangers, runner);
      const named = nameIn(items.map(({ item }) => item));
      return compared.map(({ id, item, decision, localId, difference }): ReceivedItemRow => {
        const similar = item.type === 'person' ? [...(candidates.get(item.id) ?? [])] : [];
        return {
          id,
          type: item.type,
          itemId: item.id,
          decision,
          candidates: similar,
          label: itemLabel(item, named),
          state: similar.length > 0 && difference.state === 'new' ? 'duplicate' : difference.state,
          localId: difference.localId ?? localId ?? null,
          handling: item.handling,
          originators: [...item.origins.map(({ agency }) => agency), manifest.sender.name],
          withheld: item.withheld,
          fields: difference.fields.map((field) => ({ ...field, ours: [...field.ours], theirs: [...field.theirs] })),
          newRows: difference.newRows,
          facts: [...itemFacts(item)],
        };
      });
    },
  };
}

/** A package and its key, for what is too large to be handed over. */
interface OpenedFiles {
  readonly paths: readonly string[];
  readonly key: PackageKey;
}

/** Seals the content of each file into the vault, without ever holding more than a piece of it. */
async function takeFiles(
  vault: GuardedVault,
  { items, filesStart }: PackageContent,
  { paths, key }: OpenedFiles,
  watch: Watched,
): Promise<ReadonlyMap<string, StoredContent>> {
  const taken = new Map<string, StoredContent>();
  let from = filesStart;
  try {
    for (const item of items) {
      if (item.type !== 'file') continue;
      const { bytes, sha256 } = item.fields;
      const place = { from, bytes };
      const pieces = drawnFrom(paths, (sources) => readContent(joinPartsAgain(sources), key, place));
      const content = await vault.blobs.add(watched(pieces, bytes, watch), watch.signal);
      taken.set(item.id, content);
      // The medium may be another one than a moment ago.
      if (content.bytes !== bytes || content.sha256 !== sha256) throw new SinergiError('package-damaged');
      from += bytes;
    }
    return taken;
  } catch (failure) {
    for (const content of taken.values()) await vault.blobs.drop(content);
    throw failure;
  }
}

async function quarantine(
  vault: GuardedVault,
  { manifest, signKey, items, bytes }: PackageContent,
  files: ReadonlyMap<string, StoredContent>,
): Promise<ReceivedPackage> {
  const { packageId, body, sender } = manifest;
  const note = { action: 'exchange.receive', entity: 'receivedPackages', entityId: packageId } as const;
  return await vault.transact({ ...note, reason: sender.name }, (transaction) => {
    takeBody(vault, transaction, manifest);
    const waits = body.kind === 'recall' || body.kind === 'agreement';
    const decision = waits ? 'held' : 'accepted';
    const received = transaction.create('receivedPackages', { manifest, signKey, bytes, decision });
    for (const item of items) {
      const { id } = transaction.create('receivedItems', { packageId, item, decision: 'held' });
      const content = item.type === 'file' ? files.get(item.id) : undefined;
      if (item.type === 'file' && content !== undefined)
        transaction.create('files', {
          ...content,
          on: { collection: 'receivedItems', id },
          purpose: 'attachment',
          name: item.fields.name,
        });
    }
    return received;
  });
}

const neverMissing = (): never => {
  throw new SinergiError('internal', { part: 'exchange' });
};

export function heldRecords(vault: GuardedVault, manifest: Manifest): HeldRecords {
  const [own] = Object.values(vault.beyondNeedToKnow.agencyIdentity);
  return new HeldRecords(vault, manifest.sender.agencyId, own?.agencyId);
}

export const itemsOf = (vault: VaultPort, packageId: Id): ReceivedItem[] =>
  [...living(vault, 'receivedItems')].filter((each) => each.packageId === packageId);

/** Names of the people of a package. */
export function nameIn(items: readonly PackageItem[]): (personId: Id) => string {
  const names = new Map(
    items.flatMap((item) => (item.type === 'person' ? [[item.id, item.fields.name] as const] : [])),
  );
  return (personId) => names.get(personId) ?? '';
}

/** Also one that was put away: a number is good once. */
const receivedBefore = (vault: GuardedVault, packageId: Id): ReceivedPackage | undefined =>
  Object.values(vault.beyondNeedToKnow.receivedPackages).find(({ manifest }) => manifest.packageId === packageId);

function factsOf({ packageId, body, sender, officer, purpose, handling, conditions, ...rest }: Manifest) {
  const { sealedAt, expiresOn, counts, content } = rest;
  return {
    packageId,
    kind: body.kind,
    body,
    officer,
    purpose,
    handling,
    conditions,
    sealedAt,
    expiresOn,
    counts,
    from: sender.name,
    fromAgencyId: sender.agencyId,
    contentSha256: content.sha256,
  };
}

export function rowsOf(vault: VaultPort, packages: readonly ReceivedPackage[]): ReceivedRow[] {
  const tallies = new Map<Id, ReceivedRow['items']>();
  for (const { packageId, decision } of living(vault, 'receivedItems')) {
    const tally = tallies.get(packageId) ?? { held: 0, accepted: 0, rejected: 0 };
    tally[decision] += 1;
    tallies.set(packageId, tally);
  }
  return packages.map(({ id, manifest, createdAt, createdBy, decision }) => ({
    ...factsOf(manifest),
    id,
    decision,
    receivedAt: createdAt,
    receivedBy: vault.officerName(createdBy),
    items: tallies.get(manifest.packageId) ?? { held: 0, accepted: 0, rejected: 0 },
  }));
}

/** What a package says without items: a question is noted, a receipt is put to what it is the receipt of. */
function takeBody(vault: GuardedVault, transaction: Transaction, manifest: Manifest): void {
  const { body, sender, packageId, sealedAt } = manifest;
  if (body.kind === 'request')
    transaction.create('informationRequests', {
      requestId: body.requestId,
      subject: body.subject,
      question: body.question,
      deadline: body.deadline,
      direction: 'in',
      agencyId: sender.agencyId,
      agency: sender.name,
      packageId,
      answers: [],
    });
  if (body.kind === 'items' && body.answers !== null) {
    const asked = [...living(vault, 'informationRequests')].find(
      ({ requestId, direction, agencyId }) =>
        requestId === body.answers && direction === 'out' && agencyId === sender.agencyId,
    );
    if (asked !== undefined)
      transaction.change('informationRequests', asked.id, asked.version, {
        answers: [...asked.answers, { packageId, at: sealedAt }],
      });
  }
  if (body.kind === 'feedback') {
    const sent = Object.values(vault.beyondNeedToKnow.sentPackages).find(
      (each) => each.manifest.packageId === body.packageId && each.toAgencyId === sender.agencyId,
    );
    if (sent === undefined) throw new SinergiError('package-not-sent');
    const { use, outcome } = body;
    const feedback = [...(sent.feedback ?? []), { use, outcome, packageId, at: sealedAt }].slice(-200);
    transaction.change('sentPackages', sent.id, sent.version, { feedback });
  }
  if (body.kind === 'receipt') {
    // Of a case out of this officer's reach too: that it arrived is no secret of the case.
    const sent = Object.values(vault.beyondNeedToKnow.sentPackages).find(
      (each) =>
        each.manifest.packageId === body.packageId &&
        each.toAgencyId === sender.agencyId &&
        each.manifest.content.sha256 === body.contentSha256,
    );
    if (sent === undefined) throw new SinergiError('package-not-sent');
    const { receivedAt, accepted, rejected, held } = body;
    transaction.change('sentPackages', sent.id, sent.version, {
      receipt: { receivedAt, accepted, rejected, held, packageId, at: sealedAt },
    });
  }
}
