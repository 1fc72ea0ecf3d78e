import type { Id } from '../../../shared/domain/basics.ts';
import type { CommitmentFields } from '../../../shared/domain/coordination/commitment.ts';
import { wordsField } from '../../../shared/domain/exchange/agreed-words.ts';
import {
  actionsOf,
  mergedPhases,
  mergedSettlements,
  mergedWords,
  type TakenOver,
} from '../../../shared/domain/exchange/coordination-merge.ts';
import type { ItemOf } from '../../../shared/domain/exchange/item.ts';
import type { Origin } from '../../../shared/domain/exchange/origin.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { Transaction } from '../../vault/port.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { higher, withoutEmpty } from './following.ts';
import type { HeldRecords } from './held-records.ts';
import type { MadeOrigins } from './made-origins.ts';

interface Context {
  readonly vault: GuardedVault;
  readonly transaction: Transaction;
  readonly held: HeldRecords;
  /** The agency whose package it is. */
  readonly sender: string;
  readonly origins: MadeOrigins;
}

const mostWords = 500;

/** Makes what agencies agreed part of the vault: what another says of it stands beside what was said here. */
export class CoordinationAcceptance {
  readonly #vault: GuardedVault;
  readonly #transaction: Transaction;
  readonly #held: HeldRecords;
  readonly #origins: MadeOrigins;
  readonly #taken: TakenOver;

  constructor({ vault, transaction, held, sender, origins }: Context) {
    this.#vault = vault;
    this.#transaction = transaction;
    this.#held = held;
    this.#origins = origins;
    this.#taken = { sender, by: vault.actor.officerId };
  }

  /**
   * Approved minutes stay as they are, whoever sends them again: only words on actions and corrections are taken over.
   *
   * @throws SinergiError `item-depends` while a case it was about is not accepted: who may know of it hangs on that
   */
  meeting(item: ItemOf<'meeting'>): Id {
    const { actions, corrections, approved, caseIds, ...fields } = item.fields;
    const known = this.#cases(caseIds);
    const localId = this.#held.localOf(item);
    const ours = localId === undefined ? undefined : this.#vault.document.meetings[localId];
    const { by } = this.#taken;
    if (ours === undefined) {
      const made = this.#transaction.create('meetings', {
        ...fields,
        handling: item.handling,
        caseIds: known,
        actions: actionsOf(actions, this.#taken),
        approved: { ...approved, by },
        corrections: corrections.map((each) => ({ ...each, by })),
        origins: this.#origins(item, undefined, { whole: true, values: {}, version: 1 }),
      });
      this.#held.remember('meetings', item.id, made.id);
      return made.id;
    }
    const { words, ...merged } = mergedWords(ours, item.fields, this.#taken);
    const origins = this.#joined(item, ours, words);
    this.#transaction.change('meetings', ours.id, ours.version, { ...merged, origins });
    this.#held.remember('meetings', item.id, ours.id);
    return ours.id;
  }

  /** @throws SinergiError `item-depends` as a meeting */
  operation(item: ItemOf<'operation'>): Id {
    const { caseIds: theirs, ...fields } = item.fields;
    const known = this.#cases(theirs);
    const localId = this.#held.localOf(item);
    const ours = localId === undefined ? undefined : this.#vault.document.operations[localId];
    if (ours === undefined) {
      const made = this.#transaction.create('operations', {
        ...fields,
        handling: item.handling,
        caseIds: known,
        origins: this.#origins(item, undefined, { whole: true, values: {}, version: 1 }),
      });
      this.#held.remember('operations', item.id, made.id);
      return made.id;
    }
    const whole = this.#held.lastOrigin(ours.origins, item.id)?.whole ?? false;
    this.#transaction.change('operations', ours.id, ours.version, {
      ...(whole
        ? {
            ...withoutEmpty(fields),
            marking: higher(ours.marking, fields.marking),
            phases: mergedPhases(fields.phases, ours.phases),
            caseIds: [...new Set([...ours.caseIds, ...known])],
          }
        : { phases: mergedPhases(ours.phases, fields.phases) }),
      origins: this.#origins(item, ours.origins, { whole, values: {}, version: ours.version + 1 }),
    });
    this.#held.remember('operations', item.id, ours.id);
    return ours.id;
  }

  commitment(item: ItemOf<'commitment'>): Id {
    const { source: theirs, settlements, ...fields } = item.fields;
    const localId = this.#held.localOf(item);
    const ours = localId === undefined ? undefined : this.#vault.document.commitments[localId];
    const meetingId = theirs.meetingId === null ? undefined : this.#held.local('meetings', theirs.meetingId);
    const source: CommitmentFields['source'] =
      meetingId === undefined ? { kind: 'agreement', title: theirs.title } : { kind: 'meeting', meetingId };
    if (ours === undefined) {
      const made = this.#transaction.create('commitments', {
        ...fields,
        source,
        handling: item.handling,
        settlements: mergedSettlements([], settlements, this.#taken).settlements,
        origins: this.#origins(item, undefined, { whole: true, values: {}, version: 1 }),
      });
      this.#held.remember('commitments', item.id, made.id);
      return made.id;
    }
    const { words, ...merged } = mergedSettlements(ours.settlements, settlements, this.#taken);
    const whole = this.#held.lastOrigin(ours.origins, item.id)?.whole ?? false;
    this.#transaction.change('commitments', ours.id, ours.version, {
      ...(whole ? fields : {}),
      // A meeting that came after what was committed to in it.
      ...(whole && source.kind === 'meeting' ? { source } : {}),
      ...merged,
      origins: this.#joined(item, ours, words),
    });
    this.#held.remember('commitments', item.id, ours.id);
    return ours.id;
  }

  /** @throws SinergiError `item-depends` */
  #cases(theirs: readonly Id[] = []): Id[] {
    const ours = theirs.map((id) => this.#held.local('cases', id));
    const known = ours.filter((id) => id !== undefined);
    if (known.length < ours.length) throw new SinergiError('item-depends');
    return known;
  }

  /** Of a record of ours, words that came before and now are theirs within it. */
  #joined(
    item: ItemOf<'meeting' | 'commitment'>,
    ours: { readonly origins?: readonly Origin[] | undefined; readonly version: number },
    fresh: readonly string[],
  ): Origin[] {
    const before = this.#held.lastOrigin(ours.origins, item.id);
    const whole = before?.whole ?? false;
    const words = [...new Set([...(before?.values[wordsField] ?? []), ...fresh])].slice(-mostWords);
    const values = whole || words.length === 0 ? {} : { [wordsField]: words };
    return this.#origins(item, ours.origins, { whole, values, version: ours.version + 1 });
  }
}
