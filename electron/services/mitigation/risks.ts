import type { Input } from '../../../shared/contract.ts';
import type { RiskRow } from '../../../shared/contract/mitigation.ts';
import { type Risk, ratingOf, type RiskFields, riskLevelOf } from '../../../shared/domain/mitigation/risk.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { createUndoable } from '../casework/undoable.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { nextRegisterNumber } from './register-number.ts';

/** The register of threats: how likely, how bad, what is done about it. @throws SinergiError `not-found`, `conflict`, `risk-closed` */
export interface Risks {
  /** The gravest first; closed ones last. */
  list(): RiskRow[];
  create(input: Input<'risks.create'>): Promise<Risk>;
  change(input: Input<'risks.change'>): Promise<{ undoId: string }>;
  /** Rates it anew, and says why; earlier ratings stay. */
  assess(input: Input<'risks.assess'>): Promise<Risk>;
  close(input: Input<'risks.close'>): Promise<Risk>;
  reopen(input: Input<'risks.reopen'>): Promise<Risk>;
  remove(input: Input<'risks.remove'>): Promise<{ undoId: string }>;
}

const place = { collection: 'risks', verb: 'mitigation.write', name: 'risk' } as const;

export function createRisks(session: Session, undo: Undo, now: () => Date): Risks {
  const undoable = createUndoable(session, undo);
  const rated = (vault: GuardedVault) => ({ at: now().toISOString(), by: vault.actor.officerId });

  function open(vault: GuardedVault, id: string): Risk {
    const risk = find(vault, 'risks', id);
    if (risk.closed !== undefined) throw new SinergiError('risk-closed', { number: risk.number });
    return risk;
  }

  return {
    list: () => riskRows(session.vault('mitigation.read')),
    async create({ fields, assessment }) {
      const vault = session.vault('mitigation.write');
      const number = nextRegisterNumber('R', Object.values(vault.beyondNeedToKnow.risks));
      return await vault.transact({ action: 'risk.create', entity: 'risks' }, (transaction) =>
        transaction.create('risks', { ...fields, number, assessments: [{ ...assessment, ...rated(vault) }] }),
      );
    },
    async change({ id, version, fields }) {
      const before = fieldsOf(open(session.vault('mitigation.write'), id));
      return await undoable.change(place, { id, version }, fields, before);
    },
    async assess({ id, version, assessment }) {
      const vault = session.vault('mitigation.write');
      const { assessments } = open(vault, id);
      const note = { action: 'risk.assess', entity: 'risks', entityId: id, reason: assessment.reason } as const;
      return await vault.transact(note, (transaction) =>
        transaction.change('risks', id, version, {
          assessments: [...assessments, { ...assessment, ...rated(vault) }],
        }),
      );
    },
    async close({ id, version, reason }) {
      const vault = session.vault('mitigation.write');
      open(vault, id);
      return await vault.transact({ action: 'risk.close', entity: 'risks', entityId: id, reason }, (transaction) =>
        transaction.change('risks', id, version, { closed: { reason, ...rated(vault) } }),
      );
    },
    async reopen({ id, version, reason }) {
      const vault = session.vault('mitigation.write');
      find(vault, 'risks', id);
      return await vault.transact({ action: 'risk.reopen', entity: 'risks', entityId: id, reason }, (transaction) =>
        transaction.change('risks', id, version, { closed: undefined }),
      );
    },
    remove: (input) => undoable.remove(place, input),
  };
}

function fieldsOf(risk: Risk): RiskFields {
  const { title, kind, blocks, causes, controls, indicators, measures, residual, reviewOn } = risk;
  return { title, kind, blocks, causes, controls, indicators, measures, residual, reviewOn };
}

export function riskRows(vault: GuardedVault): RiskRow[] {
  const weight = (risk: Risk): number => {
    const { likelihood, impact } = ratingOf(risk);
    return (risk.closed === undefined ? 100 : 0) + likelihood * impact;
  };
  return [...living(vault, 'risks')]
    .sort((a, b) => weight(b) - weight(a) || (a.number < b.number ? -1 : 1))
    .map((risk) => ({
      risk,
      rating: ratingOf(risk),
      level: riskLevelOf(risk),
      assessedBy: risk.assessments.map(({ by }) => vault.officerName(by)),
      incidents: [...living(vault, 'incidents')].filter(({ riskIds }) => riskIds.includes(risk.id)).length,
      searches: [...living(vault, 'cellSearches')].filter(({ riskIds }) => riskIds.includes(risk.id)).length,
    }));
}
