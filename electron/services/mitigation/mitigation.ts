import type { Situation } from '../../../shared/domain/mitigation/situation.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { type CellSearches, createCellSearches } from './cell-searches.ts';
import { createEarlyWarning, type EarlyWarning } from './early-warning.ts';
import { createIncidents, type Incidents } from './incidents.ts';
import { createPlan, type Plan } from './plan.ts';
import { createRisks, type Risks } from './risks.ts';
import { gatherSituation } from './situation.ts';

/** Mitigation of disturbances: threats, what the registers warn of, searches, and the situation of each block. */
export interface Mitigation {
  readonly risks: Risks;
  readonly incidents: Incidents;
  readonly searches: CellSearches;
  readonly warning: EarlyWarning;
  readonly plan: Plan;
  /** @param week any Monday; null for the newest week there is anything of */
  situation(week: string | null, remarks: string): Promise<Situation>;
}

export function createMitigation(session: Session, undo: Undo, now: () => Date): Mitigation {
  return {
    risks: createRisks(session, undo, now),
    incidents: createIncidents(session, undo),
    searches: createCellSearches(session, undo, now),
    warning: createEarlyWarning(session, undo, now),
    plan: createPlan(session),
    situation: (week, remarks) => gatherSituation(session.vault('mitigation.read'), week, remarks, now()),
  };
}
