import type { Input } from '../../../shared/contract.ts';
import type { Incident, IncidentFields } from '../../../shared/domain/mitigation/incident.ts';
import type { VaultPort } from '../../vault/port.ts';
import { createUndoable } from '../casework/undoable.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { nextRegisterNumber } from './register-number.ts';

/** Disturbances as they happened. @throws SinergiError `not-found`, `conflict` */
export interface Incidents {
  /** The newest first. */
  list(): Incident[];
  create(fields: IncidentFields): Promise<Incident>;
  change(input: Input<'incidents.change'>): Promise<{ undoId: string }>;
  remove(input: Input<'incidents.remove'>): Promise<{ undoId: string }>;
}

const place = { collection: 'incidents', verb: 'mitigation.write', name: 'incident' } as const;

export function createIncidents(session: Session, undo: Undo): Incidents {
  const undoable = createUndoable(session, undo);
  const check = (vault: VaultPort, { riskIds }: IncidentFields): void => {
    for (const id of riskIds) find(vault, 'risks', id);
  };
  return {
    list: () => incidentsOf(session.vault('mitigation.read')),
    async create(fields) {
      const vault = session.vault('mitigation.write');
      check(vault, fields);
      const number = nextRegisterNumber('GK', Object.values(vault.beyondNeedToKnow.incidents));
      return await vault.transact({ action: 'incident.create', entity: 'incidents' }, (transaction) =>
        transaction.create('incidents', { ...fields, number }),
      );
    },
    async change({ id, version, fields }) {
      const vault = session.vault('mitigation.write');
      check(vault, fields);
      const cleared = { happenedAt: undefined, block: undefined };
      const before = { ...cleared, ...fieldsOf(find(vault, 'incidents', id)) };
      return await undoable.change(place, { id, version }, { ...cleared, ...fields }, before);
    },
    remove: (input) => undoable.remove(place, input),
  };
}

function fieldsOf(incident: Incident): IncidentFields {
  const {
    kind,
    happenedOn,
    happenedAt,
    block,
    place: where,
    summary,
    severity,
    course,
    response,
    lessons,
    riskIds,
  } = incident;
  return {
    kind,
    happenedOn,
    place: where,
    summary,
    severity,
    course,
    response,
    lessons,
    riskIds,
    ...(happenedAt === undefined ? {} : { happenedAt }),
    ...(block === undefined ? {} : { block }),
  };
}

export const incidentsOf = (vault: Pick<VaultPort, 'document'>): Incident[] => {
  const moment = ({ happenedOn, happenedAt = '', number }: Incident): string => `${happenedOn} ${happenedAt} ${number}`;
  return [...living(vault, 'incidents')].sort((a, b) => (moment(a) < moment(b) ? 1 : -1));
};
