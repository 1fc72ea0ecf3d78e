import { clusterPairs } from '../../../shared/analysis/identity/clusters.ts';
import { Comparison, type DuplicatePair, findDuplicates } from '../../../shared/analysis/identity/duplicates.ts';
import type { Band } from '../../../shared/analysis/identity/model.ts';
import { identityProfiles, type KnownIdentity } from '../../../shared/analysis/identity/profiles.ts';
import type { RoleKind } from '../../../shared/domain/person.ts';
import type { AnalysisInput, AnalysisTell } from './analysis-thread.ts';
import { visitFacts } from './visit-facts.ts';

/** A person as far as counting and comparing need. */
export type KnownPersonFacts = KnownIdentity & { readonly roles: readonly RoleKind[] };

export type AnalysisTask = {
  readonly task: 'duplicates';
  /** Pairs an officer said are two people, as `pairKey`. */
  readonly apart: ReadonlySet<string>;
  /** Group the people of these bands; null only lists pairs. */
  readonly accept: Band | null;
};

export type AnalysisAnswer = {
  readonly task: 'duplicates';
  readonly pairs: readonly DuplicatePair[];
  readonly groups: readonly (readonly string[])[];
};

/** Pure work over all that was handed over; the thread and the tests run the same. */
export function runAnalysis({ people, visits }: AnalysisInput, task: AnalysisTask, tell: AnalysisTell): AnalysisAnswer {
  tell('counting', 0);
  const facts = visitFacts(visits);
  const visitors = people.filter(({ roles }) => roles.some((role) => role !== 'inmate' && role !== 'staff'));
  const comparison = new Comparison(identityProfiles(visitors, facts));
  const pairs = findDuplicates(comparison, task.apart, (share) => tell('comparing', share));
  const groups = task.accept === null ? [] : clusterPairs(pairs, task.accept, comparison, task.apart);
  tell('comparing', 1);
  return { task: 'duplicates', pairs, groups };
}
