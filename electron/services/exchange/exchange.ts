import type { Id } from '../../../shared/domain/basics.ts';
import type { FeedbackFields, PackageBody } from '../../../shared/domain/exchange/package.ts';
import type { UseRow } from '../../../shared/domain/exchange/rows.ts';
import type { Handling } from '../../../shared/domain/handling.ts';
import { newId } from '../../vault/ids.ts';
import type { Approvals } from '../approvals/approvals.ts';
import { type AnalysisRunner, runAnalysisInWorker } from '../analysis/analysis-thread.ts';
import type { LongWork } from '../backup/long-work.ts';
import { find } from '../records.ts';
import type { Session } from '../session.ts';
import { type Agencies, createAgencies } from './agencies.ts';
import { createDeciding, type Deciding } from './deciding.ts';
import { type AgencyIdentityService, createAgencyIdentity } from './identity.ts';
import { type PackageReader, packageThread } from './package/package-thread.ts';
import { createReceiving, itemsOf, type Receiving } from './receiving.ts';
import { createRegister, type ExchangeRegister } from './register.ts';
import { usesOf } from './uses.ts';
import { createSending, type SealedPackage, type Sending, type WriteOrder } from './sending.ts';

/** Exchange with other agencies by sealed packages that somebody carries. */
export interface Exchange {
  readonly identity: AgencyIdentityService;
  readonly agencies: Agencies;
  readonly sending: Sending;
  readonly receiving: Receiving;
  readonly deciding: Deciding;
  readonly register: ExchangeRegister;
  /** The signed receipt of a package that came in, to be carried back. @throws SinergiError `not-found`, as `seal` */
  receipt(receivedId: Id, write: WriteOrder): Promise<SealedPackage>;
  /** What came of a package received, for its sender. @throws SinergiError `not-found`, and as sealing */
  feedback(receivedId: Id, feedback: FeedbackFields, write: WriteOrder): Promise<SealedPackage>;
  /** Where what came in a package was used; of a recall, where what it takes back was. @throws SinergiError `not-found` */
  uses(receivedId: Id): Promise<readonly UseRow[]>;
  /** A request for information to another agency. */
  ask(
    to: string,
    question: Omit<Extract<PackageBody, { kind: 'request' }>, 'kind' | 'requestId'>,
    write: WriteOrder,
  ): Promise<SealedPackage>;
  /** Codes of a record of ours. @throws SinergiError `not-found`, `conflict` */
  setHandling(collection: 'people' | 'cases' | 'links', id: Id, handling: Handling): Promise<void>;
}

export interface ExchangeOptions {
  readonly session: Session;
  readonly approvals: Approvals;
  readonly work: LongWork;
  readonly workers: { path(name: string): string };
  readonly now: () => Date;
  /** Where packages are taken apart and people compared; threads when nothing else is said. */
  readonly reader?: PackageReader;
  readonly runner?: AnalysisRunner;
}

export function createExchange(options: ExchangeOptions): Exchange {
  const { session, approvals, work, workers, now, reader, runner } = options;
  const sending = createSending({ session, approvals, work, now });
  return {
    identity: createAgencyIdentity(session, now),
    agencies: createAgencies(session, now),
    sending,
    receiving: createReceiving({
      session,
      reader: reader ?? packageThread(() => workers.path('package')),
      runner: runner ?? runAnalysisInWorker(() => workers.path('analysis')),
      work,
      now,
    }),
    deciding: createDeciding(session, now),
    register: createRegister(session, now),
    uses: (receivedId) => usesOf(session.vault('exchange.receive'), receivedId),
    async feedback(receivedId, { use, outcome }, write) {
      const { manifest } = find(session.vault('exchange.receive'), 'receivedPackages', receivedId);
      const { packageId, sender } = manifest;
      const body = { kind: 'feedback', packageId, use, outcome: outcome.trim() } as const;
      return await sending.sealBody(sender.agencyId, body, outcome.slice(0, 2000), write);
    },
    async receipt(receivedId, write) {
      const vault = session.vault('exchange.receive');
      const { manifest, createdAt, decision: whole } = find(vault, 'receivedPackages', receivedId);
      const tally = { accepted: 0, rejected: 0, held: 0 };
      // A recall and an agreement are carried out whole; the receipt says whether they were.
      if (manifest.body.kind !== 'items') tally[whole] += 1;
      for (const { decision } of itemsOf(vault, manifest.packageId)) tally[decision] += 1;
      const { packageId, content, sender } = manifest;
      const body = {
        kind: 'receipt',
        packageId,
        contentSha256: content.sha256,
        receivedAt: createdAt,
        ...tally,
      } as const;
      return await sending.sealBody(sender.agencyId, body, packageId, write);
    },
    ask: (to, question, write) => {
      const body = { kind: 'request', requestId: newId(now().getTime()), ...question } as const;
      return sending.sealBody(to, body, question.subject, write);
    },
    async setHandling(collection, id, handling) {
      const vault = session.vault(collection === 'people' ? 'people.write' : 'cases.write');
      const { version } = find(vault, collection, id);
      await vault.transact({ action: 'exchange.handling', entity: collection, entityId: id }, (transaction) =>
        transaction.change(collection, id, version, { handling }),
      );
    },
  };
}
