import type { Input } from '../../../shared/contract.ts';
import type { CellSearch, CellSearchFields } from '../../../shared/domain/mitigation/cell-search.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { createUndoable } from '../casework/undoable.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { nextRegisterNumber } from './register-number.ts';

/** Searches of cells (razia): planned, held, and what was found. @throws SinergiError `not-found`, `conflict`, `search-over` */
export interface CellSearches {
  /** What is still to come first, then the newest. */
  list(): CellSearch[];
  /** Warnings it answers are told so in the same step. */
  plan(fields: CellSearchFields): Promise<CellSearch>;
  change(input: Input<'cellSearches.change'>): Promise<{ undoId: string }>;
  /** What came of it; from then on it counts in the indicators. Can be put right afterwards. */
  hold(input: Input<'cellSearches.hold'>): Promise<CellSearch>;
  cancel(input: Input<'cellSearches.cancel'>): Promise<CellSearch>;
}

const place = { collection: 'cellSearches', verb: 'mitigation.write', name: 'cell-search' } as const;

export function createCellSearches(session: Session, undo: Undo, now: () => Date): CellSearches {
  const undoable = createUndoable(session, undo);
  const check = (vault: VaultPort, { riskIds }: CellSearchFields): void => {
    for (const id of riskIds) find(vault, 'risks', id);
  };
  const word = (vault: GuardedVault) => ({ at: now().toISOString(), by: vault.actor.officerId });

  function planned(vault: GuardedVault, id: string): CellSearch {
    const search = find(vault, 'cellSearches', id);
    if (search.state !== 'planned') throw new SinergiError('search-over', { number: search.number });
    return search;
  }

  return {
    list: () => searchesOf(session.vault('mitigation.read')),
    async plan(fields) {
      const vault = session.vault('mitigation.write');
      check(vault, fields);
      const number = nextRegisterNumber('RZ', Object.values(vault.beyondNeedToKnow.cellSearches));
      return await vault.transact({ action: 'cell-search.plan', entity: 'cellSearches' }, (transaction) => {
        const made = transaction.create('cellSearches', { ...fields, number, state: 'planned' });
        for (const key of fields.warnings)
          transaction.create('warningActs', { key, act: 'search-planned', note: number, searchId: made.id });
        return made;
      });
    },
    async change({ id, version, fields }) {
      const vault = session.vault('mitigation.write');
      check(vault, fields);
      const before = { plannedAt: undefined, ...fieldsOf(planned(vault, id)) };
      return await undoable.change(place, { id, version }, { plannedAt: undefined, ...fields }, before);
    },
    async hold({ id, version, result }) {
      const vault = session.vault('mitigation.write');
      if (find(vault, 'cellSearches', id).state === 'cancelled') planned(vault, id);
      return await vault.transact({ action: 'cell-search.hold', entity: 'cellSearches', entityId: id }, (transaction) =>
        transaction.change('cellSearches', id, version, { state: 'held', result: { ...result, ...word(vault) } }),
      );
    },
    async cancel({ id, version, reason }) {
      const vault = session.vault('mitigation.write');
      planned(vault, id);
      const note = { action: 'cell-search.cancel', entity: 'cellSearches', entityId: id, reason } as const;
      return await vault.transact(note, (transaction) =>
        transaction.change('cellSearches', id, version, { state: 'cancelled', cancelled: { reason, ...word(vault) } }),
      );
    },
  };
}

function fieldsOf(search: CellSearch): CellSearchFields {
  const { plannedOn, plannedAt, blocks, cells, reason, legalBasis, leader, team, joint, riskIds, warnings } = search;
  return {
    plannedOn,
    blocks,
    cells,
    reason,
    legalBasis,
    leader,
    team,
    joint,
    riskIds,
    warnings,
    ...(plannedAt === undefined ? {} : { plannedAt }),
  };
}

export function searchesOf(vault: Pick<VaultPort, 'document'>): CellSearch[] {
  const rank = ({ state }: CellSearch): number => (state === 'planned' ? 0 : 1);
  const day = ({ plannedOn, result, number }: CellSearch): string => `${result?.heldOn ?? plannedOn} ${number}`;
  return [...living(vault, 'cellSearches')].sort(
    (a, b) => rank(a) - rank(b) || (day(a) < day(b) ? 1 : -1) * (rank(a) === 0 ? -1 : 1),
  );
}
