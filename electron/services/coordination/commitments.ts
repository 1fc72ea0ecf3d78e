import type { Input } from '../../../shared/contract.ts';
import type { CommitmentRow, Commitments as CommitmentsView } from '../../../shared/contract/coordination.ts';
import {
  type Commitment,
  type CommitmentFields,
  figuresOf,
  occurrencesOf,
} from '../../../shared/domain/coordination/commitment.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { createUndoable } from '../casework/undoable.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';

/** What agencies owe each other, and whether they kept it. @throws SinergiError `not-found`, `conflict` */
export interface Commitments {
  list(): CommitmentsView;
  /** @throws SinergiError `not-found` for a meeting that is not there, `commitment-to-itself` */
  create(fields: CommitmentFields): Promise<Commitment>;
  change(input: Input<'commitments.change'>): Promise<{ undoId: string }>;
  remove(input: Input<'commitments.remove'>): Promise<{ undoId: string }>;
  /** @throws SinergiError `commitment-day` */
  settle(input: Input<'commitments.settle'>): Promise<{ undoId: string }>;
}

const place = { collection: 'commitments', verb: 'coordination.write', name: 'commitment' } as const;

export function createCommitments(session: Session, undo: Undo, clock: { now(): Date; today(): string }): Commitments {
  const undoable = createUndoable(session, undo);

  function requireSource(vault: VaultPort, { source }: CommitmentFields): void {
    if (source.kind === 'meeting') find(vault, 'meetings', source.meetingId);
  }

  return {
    list: () => commitmentsOf(session.vault('coordination.read'), clock.today()),
    async create(fields) {
      const vault = session.vault('coordination.write');
      requireSource(vault, fields);
      return await vault.transact({ action: 'commitment.create', entity: 'commitments' }, (transaction) =>
        transaction.create('commitments', { ...fields, settlements: [] }),
      );
    },
    async change({ id, version, fields }) {
      const vault = session.vault('coordination.write');
      const { what, owedBy, owedTo, source, schedule } = find(vault, 'commitments', id);
      requireSource(vault, fields);
      return await undoable.change(place, { id, version }, fields, { what, owedBy, owedTo, source, schedule });
    },
    remove: (input) => undoable.remove(place, input),
    async settle({ id, version, dueOn, settlement }) {
      const vault = session.vault('coordination.write');
      const commitment = find(vault, 'commitments', id);
      if (!occurrencesOf(commitment, clock.today()).some((each) => each.dueOn === dueOn))
        throw new SinergiError('commitment-day', { day: dueOn });
      const { settlements } = commitment;
      const others = settlements.filter((each) => each.dueOn !== dueOn);
      const said =
        settlement === null ? [] : [{ dueOn, ...settlement, at: clock.now().toISOString(), by: vault.actor.officerId }];
      return await undoable.change(
        { ...place, name: 'commitment-settlement' },
        { id, version },
        { settlements: [...others, ...said] },
        { settlements },
      );
    },
  };
}

/**
 * All of them with what was kept and missed; what is due first.
 *
 * @param usable what of each is to be used, if anything
 */
export function commitmentsOf(
  vault: Pick<VaultPort, 'document'>,
  today: string,
  usable: (commitment: Commitment) => readonly Commitment[] = (commitment) => [commitment],
): CommitmentsView {
  const all = [...living(vault, 'commitments')].flatMap(usable);
  const last = '9999-12-31';
  return {
    rows: all
      .map((commitment) => commitmentRow(vault, commitment, today))
      .sort((a, b) =>
        (a.next ?? last) === (b.next ?? last)
          ? a.commitment.id.localeCompare(b.commitment.id)
          : (a.next ?? last).localeCompare(b.next ?? last),
      ),
    figures: [...figuresOf(all, today)],
  };
}

function commitmentRow(
  { document }: Pick<VaultPort, 'document'>,
  commitment: Commitment,
  today: string,
): CommitmentRow {
  const { source } = commitment;
  const meeting = source.kind === 'meeting' ? document.meetings[source.meetingId] : undefined;
  const occurrences = [...occurrencesOf(commitment, today)];
  const next = occurrences.find(({ state }) => state === 'open');
  return {
    commitment,
    sourceTitle: source.kind === 'agreement' ? source.title : (meeting?.title ?? ''),
    sourceDay: meeting?.day ?? null,
    occurrences,
    next: next?.dueOn ?? null,
    overdue: next?.overdue ?? false,
  };
}
