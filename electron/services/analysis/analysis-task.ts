import { detect } from '../../../shared/analysis/detection/detect.ts';
import type { Finding } from '../../../shared/analysis/detection/finding.ts';
import { clusterPairs } from '../../../shared/analysis/identity/clusters.ts';
import { Comparison, type DuplicatePair, findDuplicates } from '../../../shared/analysis/identity/duplicates.ts';
import type { Band } from '../../../shared/analysis/identity/model.ts';
import { identityProfiles, type KnownIdentity } from '../../../shared/analysis/identity/profiles.ts';
import type { VisitFacts } from '../../../shared/analysis/registers.ts';
import type { RoleKind } from '../../../shared/domain/person.ts';
import type { AnalysisInput, AnalysisTell } from './analysis-thread.ts';
import { visitFacts } from './visit-facts.ts';

/** A person as far as counting and comparing need. */
export type KnownPersonFacts = KnownIdentity & { readonly roles: readonly RoleKind[] };

export interface DuplicatesTask {
  readonly task: 'duplicates';
  /** Pairs an officer said are two people, as `pairKey`. */
  readonly apart: ReadonlySet<string>;
  /** Group the people of these bands; null only lists pairs. */
  readonly accept: Band | null;
}

interface DuplicatesAnswer {
  readonly task: 'duplicates';
  readonly pairs: readonly DuplicatePair[];
  readonly groups: readonly (readonly string[])[];
}

export interface DetectTask {
  readonly task: 'detect';
  /** Lawyers and clergy too. */
  readonly withOffices: boolean;
  /** Also patterns of one family at one inmate. */
  readonly withFamilies: boolean;
}

interface DetectAnswer {
  readonly task: 'detect';
  readonly findings: readonly Finding[];
}

export type AnalysisTask = DuplicatesTask | DetectTask;
export type AnalysisAnswer = DuplicatesAnswer | DetectAnswer;

/** Pure work over all that was handed over; the thread and the tests run the same. */
export function runAnalysis({ people, visits }: AnalysisInput, task: AnalysisTask, tell: AnalysisTell): AnalysisAnswer {
  tell('counting', 0);
  const facts = visitFacts(visits);
  return task.task === 'detect' ? findPatterns(people, facts, task, tell) : findSame(people, facts, task, tell);
}

function findSame(
  people: readonly KnownPersonFacts[],
  facts: VisitFacts,
  task: DuplicatesTask,
  tell: AnalysisTell,
): DuplicatesAnswer {
  const visitors = people.filter(({ roles }) => roles.some((role) => role !== 'inmate' && role !== 'staff'));
  const comparison = new Comparison(identityProfiles(visitors, facts));
  const pairs = findDuplicates(comparison, task.apart, (share) => tell('comparing', share));
  const groups = task.accept === null ? [] : clusterPairs(pairs, task.accept, comparison, task.apart);
  tell('comparing', 1);
  return { task: 'duplicates', pairs, groups };
}

function findPatterns(
  people: readonly KnownPersonFacts[],
  visits: VisitFacts,
  { withOffices, withFamilies }: DetectTask,
  tell: AnalysisTell,
): DetectAnswer {
  const offices = new Set(
    people.filter(({ roles }) => roles.includes('lawyer') || roles.includes('clergy')).map(({ id }) => id),
  );
  const findings = detect({ visits, people, offices, withOffices, withFamilies }, (share) => tell('counting', share));
  tell('counting', 1);
  return { task: 'detect', findings };
}
