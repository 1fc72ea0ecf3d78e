import { detect } from '../../../shared/analysis/detection/detect.ts';
import type { Finding } from '../../../shared/analysis/detection/finding.ts';
import { candidatePairs } from '../../../shared/analysis/identity/blocking.ts';
import { clusterPairs } from '../../../shared/analysis/identity/clusters.ts';
import { Comparison, type DuplicatePair, findDuplicates } from '../../../shared/analysis/identity/duplicates.ts';
import type { Band } from '../../../shared/analysis/identity/model.ts';
import { identityProfiles, type KnownIdentity } from '../../../shared/analysis/identity/profiles.ts';
import type { Reason } from '../../../shared/analysis/identity/score.ts';
import type { EventFacts, VisitFacts } from '../../../shared/analysis/registers.ts';
import type { Ban } from '../../../shared/domain/ban.ts';
import type { EventKind } from '../../../shared/domain/event.ts';
import type { RoleKind } from '../../../shared/domain/person.ts';
import type { Staff } from '../../../shared/domain/staff.ts';
import type { AnalysisInput, AnalysisTell } from './analysis-thread.ts';
import { eventFacts } from './event-facts.ts';
import { visitFacts } from './visit-facts.ts';

/** A person as far as counting and comparing need. */
export type KnownPersonFacts = KnownIdentity & {
  readonly roles: readonly RoleKind[];
  /** Of an inmate, as the inmate register has it. */
  readonly cell?: string | undefined;
};

export type BanFacts = Pick<Ban, 'id' | 'personId' | 'from' | 'until'>;
export type StaffFacts = Pick<Staff, 'id' | 'name' | 'nationalId' | 'phones' | 'address'>;

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

/** Whether people of somebody else's package are people the vault holds. */
export interface MatchTask {
  readonly task: 'match';
  readonly incoming: readonly KnownIdentity[];
}

export interface Match {
  readonly incoming: string;
  readonly held: string;
  readonly score: number;
  readonly band: Band;
  readonly reasons: readonly Reason[];
}

interface MatchAnswer {
  readonly task: 'match';
  /** The likeliest first. */
  readonly matches: readonly Match[];
}

export type AnalysisTask = DuplicatesTask | DetectTask | MatchTask;
export type AnalysisAnswer = DuplicatesAnswer | DetectAnswer | MatchAnswer;

/** Pure work over all that was handed over; the thread and the tests run the same. */
export function runAnalysis(input: AnalysisInput, task: AnalysisTask, tell: AnalysisTell): AnalysisAnswer {
  tell('counting', 0);
  const facts = visitFacts(input.visits);
  switch (task.task) {
    case 'detect':
      return findPatterns(input, facts, task, tell);
    case 'match':
      return findMatches(input.people, facts, task, tell);
    case 'duplicates':
      return findSame(input.people, facts, task, tell);
  }
}

/** Identifiers of another vault must not meet ours. */
const foreign = (id: string): string => `foreign ${id}`;

function findMatches(
  people: readonly KnownPersonFacts[],
  facts: VisitFacts,
  { incoming }: MatchTask,
  tell: AnalysisTell,
): MatchAnswer {
  const theirs = new Map(incoming.map((person) => [foreign(person.id), person.id]));
  const strangers = incoming.map((person) => ({ ...person, id: foreign(person.id) }));
  const comparison = new Comparison(identityProfiles([...people, ...strangers], facts));
  const matches: (Match & { readonly bits: number })[] = [];
  for (const [left, right] of candidatePairs(comparison.subjects)) {
    const [a, b] = [comparison.subjects[left]?.id ?? '', comparison.subjects[right]?.id ?? ''];
    const [one, other] = theirs.has(a) ? [a, b] : [b, a];
    const stranger = theirs.get(one);
    if (stranger === undefined || theirs.has(other)) continue;
    const { bits, probability, band, reasons } = comparison.score(comparison.evidence(one, other));
    if (band !== null) matches.push({ incoming: stranger, held: other, score: probability, band, reasons, bits });
  }
  matches.sort((a, b) => b.bits - a.bits);
  tell('comparing', 1);
  return { task: 'match', matches: matches.map(({ bits: _, ...match }) => match) };
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
  { people, events = [], bans = [], staff = null, visits: { joined } }: AnalysisInput,
  visits: VisitFacts,
  { withOffices, withFamilies }: DetectTask,
  tell: AnalysisTell,
): DetectAnswer {
  const offices = new Set(
    people.filter(({ roles }) => roles.includes('lawyer') || roles.includes('clergy')).map(({ id }) => id),
  );
  const of = (kind: EventKind): EventFacts => eventFacts(kind, events, joined);
  const findings = detect(
    {
      visits,
      goods: of('goods'),
      calls: of('calls'),
      finds: of('finds'),
      moves: of('moves'),
      people,
      cells: new Map(people.flatMap(({ id, cell }) => (cell === undefined ? [] : [[id, cell]]))),
      bans: bans.map((ban) => ({ ...ban, personId: joined.get(ban.personId) ?? ban.personId })),
      staff,
      offices,
      withOffices,
      withFamilies,
    },
    (share) => tell('counting', share),
  );
  tell('counting', 1);
  return { task: 'detect', findings };
}
