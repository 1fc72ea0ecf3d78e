import type { Id, RecordMeta } from '../../../shared/domain/basics.ts';
import type { ItemOf, PackageItem } from '../../../shared/domain/exchange/item.ts';
import {
  caseDifferences,
  type FieldDifference,
  type ItemState,
  linkDifferences,
  personDifferences,
  reportDifferences,
  stateOf,
} from '../../../shared/domain/exchange/diff.ts';
import {
  commitmentDifferences,
  meetingDifferences,
  operationDifferences,
} from '../../../shared/domain/exchange/diff-coordination.ts';
import type { Origin } from '../../../shared/domain/exchange/origin.ts';
import { joinedPeople } from '../../../shared/domain/identity.ts';
import type { VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';

export interface Difference {
  /** Never `duplicate`: that is told by comparing identities. */
  readonly state: ItemState;
  /** The record of ours that it is, when we know it. */
  readonly localId: Id | null;
  readonly fields: readonly FieldDifference[];
  /** Of visits, how many are new. */
  readonly newRows: number;
}

const kept = ['people', 'cases', 'links', 'reports', 'files', 'meetings', 'operations', 'commitments'] as const;
type Kept = (typeof kept)[number];
const collectionOf = {
  person: 'people',
  case: 'cases',
  link: 'links',
  report: 'reports',
  file: 'files',
  meeting: 'meetings',
  operation: 'operations',
  commitment: 'commitments',
} as const;

interface Carrying {
  readonly id: Id;
  readonly origins?: readonly Origin[] | undefined;
}

const key = (agencyId: Id, itemId: string): string => `${agencyId} ${itemId}`;

/** What the vault already has of what others send: by where it came from, and by what was ours before it went out. */
export class HeldRecords {
  readonly #vault: VaultPort;
  readonly #sender: Id;
  readonly #own: Id | undefined;
  readonly #byOrigin: Readonly<Record<Kept, Map<string, Id>>> = {
    people: new Map(),
    cases: new Map(),
    links: new Map(),
    reports: new Map(),
    files: new Map(),
    meetings: new Map(),
    operations: new Map(),
    commitments: new Map(),
  };
  readonly #joined: ReadonlyMap<Id, Id>;

  constructor(vault: VaultPort, sender: Id, own: Id | undefined) {
    this.#vault = vault;
    this.#sender = sender;
    this.#own = own;
    this.#joined = joinedPeople(living(vault, 'joins'));
    for (const collection of kept)
      for (const record of Object.values<Carrying>(vault.document[collection])) {
        const id = collection === 'people' ? (this.#joined.get(record.id) ?? record.id) : record.id;
        if (this.#isThere(collection, id))
          for (const { agencyId, itemId } of record.origins ?? [])
            this.#byOrigin[collection].set(key(agencyId, itemId), id);
      }
  }

  /** Our record for one of theirs. */
  localOf(item: Exclude<PackageItem, { type: 'visits' }>): Id | undefined {
    const collection = collectionOf[item.type];
    return (
      this.local(collection, item.id) ??
      item.origins
        .map(({ agencyId, itemId }) =>
          agencyId === this.#own
            ? this.#ownRecord(collection, itemId)
            : this.#byOrigin[collection].get(key(agencyId, itemId)),
        )
        .find((id) => id !== undefined)
    );
  }

  local(collection: Kept, itemId: string): Id | undefined {
    return this.#byOrigin[collection].get(key(this.#sender, itemId));
  }

  /** From now on, theirs is known as ours. */
  remember(collection: Kept, itemId: string, localId: Id): void {
    this.#byOrigin[collection].set(key(this.#sender, itemId), localId);
  }

  /** What we last accepted of it from this sender. */
  lastOrigin(origins: readonly Origin[] | undefined, itemId: string): Origin | undefined {
    return origins?.find((origin) => origin.agencyId === this.#sender && origin.itemId === itemId);
  }

  compare(item: PackageItem): Difference {
    if (item.type === 'visits') return this.#compareVisits(item);
    const localId = this.localOf(item) ?? null;
    const none = { localId: null, state: 'new', fields: [], newRows: 0 } as const;
    if (localId === null) return none;
    const record = this.#record(item.type, localId);
    // Of a case the officer must not know of, not even that it is there is told.
    if (record === undefined) return none;
    const fields = this.#fieldsOf(item, localId);
    const changedHere = this.lastOrigin(record.origins, item.id)?.acceptedVersion !== record.version;
    return { localId, state: stateOf(fields, changedHere), fields, newRows: 0 };
  }

  #record(type: keyof typeof collectionOf, localId: Id): (RecordMeta & Carrying) | undefined {
    return this.#vault.document[collectionOf[type]][localId];
  }

  #fieldsOf(item: Exclude<PackageItem, { type: 'visits' }>, localId: Id): readonly FieldDifference[] {
    const { document } = this.#vault;
    const beside = <R>(ours: R | undefined, differences: (record: R) => readonly FieldDifference[]) =>
      ours === undefined ? [] : differences(ours);
    switch (item.type) {
      case 'person':
        return beside(document.people[localId], (ours) => personDifferences(ours, item));
      case 'case':
        return beside(document.cases[localId], (ours) =>
          caseDifferences(ours, item, (personId) => this.local('people', personId)),
        );
      case 'link':
        return beside(document.links[localId], (ours) => linkDifferences(ours, item));
      case 'report':
        return beside(document.reports[localId], (ours) => reportDifferences(ours, item));
      case 'meeting':
        return beside(document.meetings[localId], (ours) => meetingDifferences(ours, item));
      case 'operation':
        return beside(document.operations[localId], (ours) => operationDifferences(ours, item));
      case 'commitment':
        return beside(document.commitments[localId], (ours) => commitmentDifferences(ours, item));
      case 'file':
        // A file is what its hash says: there or not.
        return [];
    }
  }

  #compareVisits(item: ItemOf<'visits'>): Difference {
    const visitor = this.local('people', item.visitorId);
    const inmate = this.local('people', item.inmateId);
    const newRows =
      visitor === undefined || inmate === undefined ? item.rows.length : this.newVisits(item, visitor, inmate).length;
    return {
      localId: null,
      state: newRows === 0 ? 'same' : newRows < item.rows.length ? 'changed' : 'new',
      fields: [],
      newRows,
    };
  }

  /** Their visits that ours do not have. */
  newVisits(item: ItemOf<'visits'>, visitorId: Id, inmateId: Id): ItemOf<'visits'>['rows'] {
    const known = new Set<string>();
    for (const position of this.#vault.visits.ofVisitor(visitorId)) {
      const visit = this.#vault.visits.at(position);
      if (visit.inmateId === inmateId) known.add(`${visit.date} ${visit.time ?? ''} ${visit.queueNumber}`);
    }
    return item.rows.filter(({ date, time, queueNumber }) => !known.has(`${date} ${time ?? ''} ${queueNumber}`));
  }

  #ownRecord(collection: Kept, id: string): Id | undefined {
    const now = collection === 'people' ? (this.#joined.get(id) ?? id) : id;
    return this.#isThere(collection, now) ? now : undefined;
  }

  #isThere(collection: Kept, id: string): boolean {
    const record = this.#vault.document[collection][id];
    return record !== undefined && record.removed === undefined;
  }
}
