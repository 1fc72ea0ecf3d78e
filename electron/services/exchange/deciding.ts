import type { Id } from '../../../shared/domain/basics.ts';
import type { ItemDecision, Manifest, ReceivedItem } from '../../../shared/domain/exchange/package.ts';
import { itemLabel } from '../../../shared/domain/exchange/diff.ts';
import type { ItemType } from '../../../shared/domain/exchange/item.ts';
import type { Decided } from '../../../shared/domain/exchange/rows.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { Transaction } from '../../vault/port.ts';
import { canonicalJson } from '../documents/canonical-json.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import { Acceptance } from './accepting.ts';
import { CoordinationAcceptance } from './accepting-coordination.ts';
import type { HeldRecords } from './held-records.ts';
import { madeOrigins } from './made-origins.ts';
import { carryOut } from './originator.ts';
import { batchOfReceived, type ReceivedVisit } from './received-visits.ts';
import { heldRecords, itemsOf, nameIn } from './receiving.ts';

export interface Choice {
  readonly id: Id;
  readonly decision: ItemDecision;
  /** A person of ours whom the officer says it is. */
  readonly into?: Id | undefined;
}

export interface Deciding {
  /**
   * What becomes of things in quarantine; all of it in one step, or nothing. What points to somebody who was not accepted is
   * told under `refused` and stays held. A recall or an agreement is accepted or rejected whole, with no choices.
   *
   * @throws SinergiError `not-found`, `item-decided`
   */
  decide(receivedId: Id, choices: 'accept-all' | 'reject-all' | readonly Choice[]): Promise<Decided>;
}

/** People before the cases they belong to, cases before what hangs on them, meetings before what was committed to in them. */
const order: readonly ItemType[] = [
  'person',
  'case',
  'link',
  'visits',
  'report',
  'file',
  'meeting',
  'operation',
  'commitment',
];

export function createDeciding(session: Session, now: () => Date): Deciding {
  async function decideWhole(receivedId: Id, manifest: Manifest, accept: boolean): Promise<Decided> {
    const vault = session.vault('exchange.originator');
    const received = find(vault, 'receivedPackages', receivedId);
    if (received.decision !== 'held') throw new SinergiError('item-decided');
    const action = manifest.body.kind === 'recall' ? 'exchange.recall' : 'exchange.agreement';
    await vault.transact({ action, entity: 'receivedPackages', entityId: received.id }, (transaction) => {
      const decision = accept ? 'accepted' : 'rejected';
      transaction.change('receivedPackages', received.id, received.version, { decision });
      if (accept) carryOut(vault, transaction, manifest, now().toISOString());
    });
    return { accepted: accept ? 1 : 0, rejected: accept ? 0 : 1, held: 0, refused: [] };
  }

  return {
    async decide(receivedId, asked) {
      const vault = session.vault('exchange.receive');
      const { manifest } = find(vault, 'receivedPackages', receivedId);
      const { kind } = manifest.body;
      if (kind === 'recall' || kind === 'agreement')
        return await decideWhole(receivedId, manifest, asked === 'accept-all');
      const items = itemsOf(vault, manifest.packageId);
      const choices = chosen(items, asked);
      const note = { action: 'exchange.decide', entity: 'receivedPackages', entityId: receivedId } as const;
      return await vault.transact(note, (transaction) => {
        const at = now().toISOString();
        const refused = apply({ vault, transaction, manifest, at }, items, choices);
        const left = items.map((item) =>
          refused.some(({ id }) => id === item.id) ? 'held' : (choices.get(item.id)?.decision ?? item.decision),
        );
        const count = (decision: ItemDecision): number => left.filter((each) => each === decision).length;
        return { accepted: count('accepted'), rejected: count('rejected'), held: count('held'), refused };
      });
    },
  };
}

/** @throws SinergiError `not-found`, `item-decided` for one that was accepted */
function chosen(
  items: readonly ReceivedItem[],
  asked: 'accept-all' | 'reject-all' | readonly Choice[],
): ReadonlyMap<Id, Omit<Choice, 'id'>> {
  const byId = new Map(items.map((item) => [item.id, item]));
  if (asked === 'accept-all' || asked === 'reject-all') {
    const decision = asked === 'accept-all' ? 'accepted' : 'rejected';
    return new Map(items.flatMap((item) => (item.decision === 'held' ? [[item.id, { decision }] as const] : [])));
  }
  for (const { id } of asked) {
    const item = byId.get(id);
    if (item === undefined) throw new SinergiError('not-found', { collection: 'receivedItems', id });
    if (item.decision === 'accepted') throw new SinergiError('item-decided');
  }
  return new Map(asked.map(({ id, ...choice }) => [id, choice]));
}

interface Work {
  readonly vault: GuardedVault;
  readonly transaction: Transaction;
  readonly manifest: Manifest;
  readonly at: string;
}

function apply(
  work: Work,
  items: readonly ReceivedItem[],
  choices: ReadonlyMap<Id, Omit<Choice, 'id'>>,
): Decided['refused'] {
  const { vault, transaction, manifest, at } = work;
  const held = heldRecords(vault, manifest);
  const [own] = Object.values(vault.beyondNeedToKnow.agencyIdentity);
  const origins = madeOrigins(manifest, at, own?.agencyId);
  const acceptance = new Acceptance({ ...work, held, origins });
  const joint = new CoordinationAcceptance({ vault, transaction, held, sender: manifest.sender.name, origins });
  const named = nameIn(items.map(({ item }) => item));
  const visits = new ReceivedRegisters(work, acceptance, held);
  const refused: Decided['refused'] = [];
  const localIds = new Map<Id, Id>();
  const ordered = items.toSorted((a, b) => order.indexOf(a.item.type) - order.indexOf(b.item.type));
  const waiting = new Map([...living(vault, 'files')].map((file) => [`${file.on.collection} ${file.on.id}`, file]));
  for (const { id, item } of ordered) {
    const choice = choices.get(id);
    if (choice?.decision !== 'accepted') continue;
    try {
      switch (item.type) {
        case 'person':
          localIds.set(id, acceptance.person(item, choice.into));
          break;
        case 'case':
          localIds.set(id, acceptance.case(item));
          break;
        case 'link':
          localIds.set(id, acceptance.link(item));
          break;
        case 'visits':
          visits.add(id, item);
          break;
        case 'report':
          localIds.set(id, acceptance.report(item));
          break;
        case 'file':
          localIds.set(id, acceptance.file(item, waiting.get(`receivedItems ${id}`)));
          break;
        case 'meeting':
          localIds.set(id, joint.meeting(item));
          break;
        case 'operation':
          localIds.set(id, joint.operation(item));
          break;
        case 'commitment':
          localIds.set(id, joint.commitment(item));
          break;
      }
    } catch (failure) {
      // Nothing was changed for it yet; anything else ends the whole step.
      if (!(failure instanceof SinergiError) || failure.code !== 'item-depends') throw failure;
      refused.push({ id, label: itemLabel(item, named), code: failure.code });
    }
  }
  visits.store(localIds);
  for (const { id, version, decision } of items) {
    const choice = choices.get(id);
    if (choice === undefined || choice.decision === decision || refused.some((each) => each.id === id)) continue;
    const localId = localIds.get(id);
    transaction.change('receivedItems', id, version, {
      decision: choice.decision,
      decidedAt: at,
      decidedBy: vault.actor.officerId,
      ...(localId === undefined ? {} : { localId }),
    });
  }
  return refused;
}

/** Visits that are accepted, put together into one register for each set of originators and conditions. */
class ReceivedRegisters {
  readonly #work: Work;
  readonly #acceptance: Acceptance;
  readonly #held: HeldRecords;
  readonly #registers = new Map<
    string,
    { origins: ReturnType<Acceptance['originsOf']>; visits: ReceivedVisit[]; ids: Id[] }
  >();

  constructor(work: Work, acceptance: Acceptance, held: HeldRecords) {
    this.#work = work;
    this.#acceptance = acceptance;
    this.#held = held;
  }

  /** @throws SinergiError `item-depends` */
  add(id: Id, item: Extract<ReceivedItem['item'], { type: 'visits' }>): void {
    const pair = this.#acceptance.pair(item);
    const origins = this.#acceptance.originsOf(item);
    const key = canonicalJson(origins.map(({ itemId: _, ...origin }) => origin));
    const register = this.#registers.get(key) ?? { origins, visits: [], ids: [] };
    this.#registers.set(key, register);
    for (const row of this.#held.newVisits(item, pair.visitorId, pair.inmateId))
      register.visits.push({ ...row, ...pair });
    register.ids.push(id);
  }

  store(localIds: Map<Id, Id>): void {
    const { transaction, manifest } = this.#work;
    for (const { origins, visits, ids } of this.#registers.values()) {
      if (visits.length === 0) continue;
      const { id: importId } = transaction.create('imports', {
        kind: 'visits',
        fileName: `${manifest.sender.name} ${manifest.packageId}`.slice(0, 260),
        sha256: manifest.content.sha256,
        bytes: manifest.content.bytes,
        encoding: '',
        mapping: {},
        header: [],
        rows: visits.length,
        created: visits.length,
        updated: 0,
        unchanged: 0,
        rejected: [],
        origins,
      });
      transaction.addVisits(batchOfReceived(importId, visits));
      for (const id of ids) localIds.set(id, importId);
    }
  }
}
