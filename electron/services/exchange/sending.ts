import { rm } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { type Id, type Marking, markings } from '../../../shared/domain/basics.ts';
import type { Agency } from '../../../shared/domain/exchange/agency.ts';
import type { ItemOf, PackageItem } from '../../../shared/domain/exchange/item.ts';
import type { Manifest, PackageBody, SentPackage } from '../../../shared/domain/exchange/package.ts';
import type { PreviewItem } from '../../../shared/domain/exchange/packing.ts';
import { previewPackage } from '../../../shared/domain/exchange/preview.ts';
import { type Handling, shared } from '../../../shared/domain/handling.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { fromBase64, wipe } from '../../vault/crypto/bytes.ts';
import { newId } from '../../vault/ids.ts';
import type { Transaction } from '../../vault/port.ts';
import type { Approvals } from '../approvals/approvals.ts';
import { dataHash } from '../documents/canonical-json.ts';
import { type LongWork, watched } from '../backup/long-work.ts';
import { saveFile } from '../documents/save-file.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import { trustedAgency } from './agencies.ts';
import { currentKeys, identityOf } from './identity.ts';
import { packSource } from './pack-source.ts';
import { sealPackage } from './package/seal-package.ts';

/** What is to go, and to whom. */
export interface PackOrder {
  readonly caseIds: readonly Id[];
  readonly personIds: readonly Id[];
  /** Reports beside those of the cases; only what was disseminated goes. */
  readonly reportIds?: readonly Id[] | undefined;
  /** Meetings, with what was committed to in them; only approved minutes go. */
  readonly meetingIds?: readonly Id[] | undefined;
  readonly operationIds?: readonly Id[] | undefined;
  readonly commitmentIds?: readonly Id[] | undefined;
  /** Photos and files of what goes; they do when absent. */
  readonly withFiles?: boolean | undefined;
  /** By record, by its own identifier or by name. */
  readonly to: string;
  readonly purpose: string;
  /** Laid upon everything that goes, beside what each record has; P when absent. */
  readonly handling?: Handling | undefined;
  readonly conditions?: string | undefined;
  /** The last day on which it may be opened. */
  readonly expiresOn?: string | undefined;
  /** The request it answers, the package it puts right. */
  readonly answers?: Id | undefined;
  readonly corrects?: Id | undefined;
}

export interface WriteOrder {
  readonly path: string;
  /** Bytes of a part at most; null for one file. */
  readonly partSize: number | null;
}

export interface SealedPackage {
  readonly packageId: Id;
  readonly to: string;
  readonly files: readonly string[];
  readonly bytes: number;
  readonly counts: Manifest['counts'];
  /** SHA-256 of the content, hexadecimal; the receipt names it. */
  readonly contentSha256: string;
  readonly sanitised: number;
  readonly stayed: number;
}

export interface Sending {
  /** Exactly what `seal` would do with each thing. @throws SinergiError `agency-unknown`, `agency-untrusted`, `not-found` */
  preview(order: PackOrder): readonly PreviewItem[];
  /** Throws what `seal` would, before anybody is asked where to write. */
  requireReady(order: PackOrder): void;
  /**
   * Seals a package and writes it, noting it in the register before the file is in place.
   *
   * @throws SinergiError as `preview`; `agency-identity-missing`, `package-empty`, `approval-required`,
   * `approval-forged`, `package-too-large`, `part-size-invalid`, and what writing a file throws
   */
  seal(order: PackOrder, write: WriteOrder): Promise<SealedPackage>;
  /** A package of words alone: a request, a recall, an agreement, a receipt. */
  sealBody(to: string, body: PackageBody, purpose: string, write: WriteOrder): Promise<SealedPackage>;
}

interface SendingOptions {
  readonly session: Session;
  readonly approvals: Approvals;
  readonly work: LongWork;
  readonly now: () => Date;
}

export function createSending({ session, approvals, work, now }: SendingOptions): Sending {
  function weigh(order: PackOrder): { vault: GuardedVault; agency: Agency; items: readonly PreviewItem[] } {
    const vault = session.vault('exchange.send');
    const agency = trustedAgency(vault, order.to);
    for (const id of order.caseIds) find(vault, 'cases', id);
    for (const id of order.personIds) find(vault, 'people', id);
    for (const id of order.reportIds ?? []) find(vault, 'reports', id);
    const { meetingIds = [], operationIds = [], commitmentIds = [] } = order;
    for (const id of meetingIds) find(vault, 'meetings', id);
    for (const id of operationIds) find(vault, 'operations', id);
    for (const id of commitmentIds) find(vault, 'commitments', id);
    const items = previewPackage(packSource(vault), {
      caseIds: order.caseIds,
      personIds: order.personIds,
      reportIds: order.reportIds ?? [],
      meetingIds,
      operationIds,
      commitmentIds,
      withFiles: order.withFiles ?? true,
      recipient: agency,
      ownName: identityOf(vault).name,
      handling: order.handling ?? shared,
      today: now().toISOString().slice(0, 10),
    });
    return { vault, agency, items };
  }

  async function write(
    vault: GuardedVault,
    agency: Agency,
    { order, body, items }: { order: Omit<PackOrder, 'to'>; body: PackageBody; items: readonly PackageItem[] },
    { path, partSize }: WriteOrder,
    also: (transaction: Transaction, manifest: Manifest) => Partial<SentPackage>,
  ): Promise<Omit<SealedPackage, 'sanitised' | 'stayed'>> {
    const identity = identityOf(vault);
    const signSeed = fromBase64(currentKeys(identity).signSeed);
    try {
      const { manifest, parts, bytes } = sealPackage({
        manifest: {
          packageId: newId(now().getTime()),
          sender: { agencyId: identity.agencyId, name: identity.name },
          officer: vault.actor.name,
          recipientId: agency.agencyId,
          sealedAt: now().toISOString(),
          expiresOn: order.expiresOn ?? null,
          purpose: order.purpose.trim(),
          handling: order.handling ?? shared,
          conditions: (order.conditions ?? '').trim(),
          body,
        },
        items,
        contentOf: ({ id }: ItemOf<'file'>) => vault.blobs.open(find(vault, 'files', id)),
        recipientKey: fromBase64(agency.boxKey),
        signSeed,
        partSize,
      });
      const { packageId, counts, content } = manifest;
      const files = parts.length === 1 ? [path] : parts.map((_, place) => partPath(path, place + 1, parts.length));
      // A package without a trace is worse than a trace without a package.
      const note = { action: 'exchange.seal', entity: 'sentPackages', entityId: packageId } as const;
      const reason = `${agency.name}: ${manifest.purpose}`.slice(0, 2000);
      const noted = await vault.transact({ ...note, reason }, (transaction) =>
        transaction.create('sentPackages', {
          manifest,
          toAgencyId: agency.agencyId,
          toName: agency.name,
          caseIds: [...casesOf(vault, order)].slice(0, 1000),
          items: items.map(({ type, id, version, withheld }) => ({ type, id, version, withheld })),
          bytes,
          parts: parts.length,
          ...also(transaction, manifest),
        }),
      );
      const written: string[] = [];
      try {
        await work.run('package', 'writing', async (watch) => {
          for (const [place, part] of parts.entries()) {
            const file = files[place] ?? path;
            await saveFile(file, watched(part, bytes, watch));
            written.push(file);
          }
        });
      } catch (failure) {
        await takeBack(noted, written, failure);
        throw failure;
      }
      return { packageId, to: agency.name, files, bytes, counts, contentSha256: content.sha256 };
    } finally {
      wipe(signSeed);
    }
  }

  /** Of a package that was not written as a whole nothing stays, and the register says so. The approval stays used. */
  async function takeBack(sent: SentPackage, parts: readonly string[], failure: unknown): Promise<void> {
    for (const part of parts) await rm(part, { force: true }).catch(() => undefined);
    // Locking ends the writing too; then nobody is there to note it, and the register awaits a receipt that never comes.
    if (!session.isUnlocked()) return;
    const vault = session.vault('exchange.send');
    const { packageId, body } = sent.manifest;
    const note = { action: 'exchange.unwritten', entity: 'sentPackages', entityId: packageId } as const;
    const code = failure instanceof SinergiError ? failure.code : 'internal';
    await vault.transact({ ...note, reason: code }, (transaction) => {
      const at = now().toISOString();
      transaction.change('sentPackages', sent.id, sent.version, { unwritten: { at, code } });
      for (const { id, version, answers, packageId: asked } of living(vault, 'informationRequests')) {
        const left = answers.filter((answer) => answer.packageId !== packageId);
        if (left.length < answers.length) transaction.change('informationRequests', id, version, { answers: left });
        if (body.kind === 'request' && asked === packageId) transaction.remove('informationRequests', id, version);
      }
    });
  }

  /** Everything that can be refused before a file is named. */
  function ready(order: PackOrder) {
    const { vault, agency, items: weighed } = weigh(order);
    const items = weighed.flatMap(({ item }) => item ?? []);
    if (items.length === 0) throw new SinergiError('package-empty');
    const body = { kind: 'items', answers: order.answers ?? null, corrects: order.corrects ?? null } as const;
    if (body.corrects !== null) requireSent(vault, body.corrects, agency);
    const request = body.answers === null ? null : requestFrom(vault, body.answers, agency);
    const { approval } = approvals.forRelease(vault, {
      kind: 'release-package',
      // Of all that the other officer says yes to, and of nothing that changes from one minute to the next.
      digest: dataHash({ ...order, to: agency.agencyId, key: agency.boxKey, body, items }),
      marking: highestMarking(items),
      recipient: agency.name,
    });
    return { vault, agency, weighed, items, body, request, approval };
  }

  return {
    preview: (order) => weigh(order).items,
    requireReady: (order) => void ready(order),
    async seal(order, target) {
      const { vault, agency, weighed, items, body, request, approval } = ready(order);
      const sealed = await write(vault, agency, { order, body, items }, target, (transaction, manifest) => {
        approvals.useIn(transaction, approval);
        if (request !== null)
          transaction.change('informationRequests', request.id, request.version, {
            answers: [...request.answers, { packageId: manifest.packageId, at: manifest.sealedAt }],
          });
        return approval === null ? {} : { approvalId: approval.id };
      });
      return {
        ...sealed,
        sanitised: weighed.filter(({ outcome }) => outcome === 'sanitised').length,
        stayed: weighed.filter(({ outcome }) => outcome === 'stays').length,
      };
    },
    async sealBody(to, body, purpose, target) {
      const vault = session.vault('exchange.send');
      const agency = trustedAgency(vault, to);
      const caseIds = body.kind === 'recall' ? requireSent(vault, body.packageId, agency).caseIds : [];
      if (body.kind === 'agreement') requireSent(vault, body.packageId, agency);
      const order = { caseIds, personIds: [], purpose };
      const sealed = await write(vault, agency, { order, body, items: [] }, target, (transaction, manifest) => {
        if (body.kind === 'request')
          transaction.create('informationRequests', {
            requestId: body.requestId,
            direction: 'out',
            agencyId: agency.agencyId,
            agency: agency.name,
            subject: body.subject,
            question: body.question,
            deadline: body.deadline,
            packageId: manifest.packageId,
            answers: [],
          });
        return {};
      });
      return { ...sealed, sanitised: 0, stayed: 0 };
    },
  };
}

/** Whose need to know a package is: its cases, and those its reports, meetings and operations are about. */
function casesOf({ document }: GuardedVault, order: Omit<PackOrder, 'to'>): ReadonlySet<Id> {
  const { reportIds = [], meetingIds = [], operationIds = [] } = order;
  return new Set([
    ...order.caseIds,
    ...reportIds.flatMap((id) => document.reports[id]?.caseIds ?? []),
    ...meetingIds.flatMap((id) => document.meetings[id]?.caseIds ?? []),
    ...operationIds.flatMap((id) => document.operations[id]?.caseIds ?? []),
  ]);
}

/** @throws SinergiError `package-not-sent` */
export function requireSent(vault: GuardedVault, packageId: Id, agency: Pick<Agency, 'agencyId'>): SentPackage {
  const sent = [...living(vault, 'sentPackages')].find(({ manifest }) => manifest.packageId === packageId);
  if (sent === undefined || sent.toAgencyId !== agency.agencyId || sent.unwritten !== undefined)
    throw new SinergiError('package-not-sent');
  return sent;
}

function requestFrom(vault: GuardedVault, requestId: Id, agency: Agency) {
  const request = [...living(vault, 'informationRequests')].find(
    (each) => each.requestId === requestId && each.direction === 'in' && each.agencyId === agency.agencyId,
  );
  if (request === undefined) throw new SinergiError('not-found', { collection: 'informationRequests', id: requestId });
  return request;
}

/** Of the cases, reports, meetings and operations that go; everything else alone is restricted. */
function highestMarking(items: readonly PackageItem[]): Marking {
  const found = items.flatMap((item) => ('fields' in item && 'marking' in item.fields ? [item.fields.marking] : []));
  return found.reduce<Marking>((a, b) => (markings.indexOf(b) > markings.indexOf(a) ? b : a), 'terbatas');
}

/** `kiriman.sngx` → `kiriman.2-of-3.sngx` */
function partPath(path: string, part: number, parts: number): string {
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}.${part}-of-${parts}${ext}`);
}
