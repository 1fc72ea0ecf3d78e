import type { Id } from '../../../shared/domain/basics.ts';
import { itemLabel } from '../../../shared/domain/exchange/diff.ts';
import type { PackageItem } from '../../../shared/domain/exchange/item.ts';
import type { Manifest, ReceivedItem, ReceivedPackage } from '../../../shared/domain/exchange/package.ts';
import type { Inspection, ReceivedItemRow, ReceivedRow } from '../../../shared/domain/exchange/rows.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { fromBase64, wipe } from '../../vault/crypto/bytes.ts';
import type { Transaction, VaultPort } from '../../vault/port.ts';
import type { AnalysisRunner } from '../analysis/analysis-thread.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import { knownSigners } from './agencies.ts';
import { candidatesFor } from './candidates.ts';
import { HeldRecords } from './held-records.ts';
import { identityOf } from './identity.ts';
import { openEnvelope } from './package/open-package.ts';
import { envelopeIn, withCompanions } from './package/package-files.ts';
import type { PackageContent } from './package/package-job.ts';
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

export function createReceiving(
  session: Session,
  reader: PackageReader,
  runner: AnalysisRunner,
  now: () => Date,
): Receiving {
  async function read(vault: GuardedVault, given: readonly string[]): Promise<PackageContent> {
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
        const content = await reader.read({ paths, key, signers: knownSigners(vault) });
        if (content.manifest.recipientId !== identity.agencyId) throw new SinergiError('package-not-for-us');
        return content;
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
      const { manifest, bytes, parts } = await read(vault, paths);
      return {
        ...factsOf(manifest),
        parts,
        bytes,
        signature: 'good',
        forUs: true,
        expired: isExpired(manifest),
        receivedAt: receivedBefore(vault, manifest.packageId)?.createdAt ?? null,
      };
    },
    async receive(paths) {
      const vault = session.vault('exchange.receive');
      const { manifest, signKey, items, bytes } = await read(vault, paths);
      const { packageId, body, sender } = manifest;
      if (isExpired(manifest)) throw new SinergiError('package-expired', { expiresOn: manifest.expiresOn ?? '' });
      const before = receivedBefore(vault, packageId);
      if (before !== undefined) throw new SinergiError('package-replayed', { at: before.createdAt });
      const note = { action: 'exchange.receive', entity: 'receivedPackages', entityId: packageId } as const;
      const made = await vault.transact({ ...note, reason: sender.name }, (transaction) => {
        takeBody(vault, transaction, manifest);
        const waits = body.kind === 'recall' || body.kind === 'agreement';
        const decision = waits ? 'held' : 'accepted';
        const received = transaction.create('receivedPackages', { manifest, signKey, bytes, decision });
        for (const item of items) transaction.create('receivedItems', { packageId, item, decision: 'held' });
        return received;
      });
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
        };
      });
    },
  };
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
