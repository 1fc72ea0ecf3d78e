import type { CaseFact, Judgement } from '../domain/casework/case-fact.ts';
import type { Id } from '../domain/basics.ts';
import { convertGrade } from '../domain/grade-conversion.ts';
import type { Grade } from '../domain/grade.ts';

/** How much a fact counts, by the worse of the two codes of its grade: 3 good, 2 fair, 1 poor or not yet judged. */
export type Weight = 1 | 2 | 3;

/**
 * What a fact tells hypotheses apart by: `clear` when it fits one and speaks against another, `some` when it is neutral to
 * one and not to another, `none` when it stands to all the same way, `unknown` until it is judged against two.
 */
export type Diagnosticity = 'clear' | 'some' | 'none' | 'unknown';

export interface RankedHypothesis {
  readonly id: Id;
  /** 1 for the one with least against it; the same for two with equally much. */
  readonly rank: number;
  /** Sum of the weights of facts inconsistent with it. */
  readonly against: number;
  readonly consistent: number;
  readonly inconsistent: number;
  readonly neutral: number;
  readonly unjudged: number;
}

export interface WeighedFact {
  readonly id: Id;
  readonly weight: Weight;
  readonly diagnosticity: Diagnosticity;
}

type Judged = Pick<CaseFact, 'id' | 'grade' | 'judgements'>;

/**
 * Analysis of competing hypotheses (R. J. Heuer, Psychology of Intelligence Analysis, 1999, chapter 8): a hypothesis
 * stands by how little speaks against it, not by how much fits it. The order in which they are given changes nothing.
 */
export function weighHypotheses(
  hypotheses: readonly Id[],
  facts: readonly Judged[],
): { readonly hypotheses: readonly RankedHypothesis[]; readonly facts: readonly WeighedFact[] } {
  const counted = hypotheses.map((id) => countFor(id, facts));
  const ranked = counted.map((each) => ({
    ...each,
    rank: 1 + counted.filter(({ against }) => against < each.against).length,
  }));
  return {
    hypotheses: ranked.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1)),
    facts: facts.map(({ id, grade, judgements }) => ({
      id,
      weight: weightOf(grade),
      diagnosticity: diagnosticityOf(hypotheses.flatMap((hypothesis) => judgements[hypothesis] ?? [])),
    })),
  };
}

function countFor(id: Id, facts: readonly Judged[]): Omit<RankedHypothesis, 'rank'> {
  const count = { consistent: 0, inconsistent: 0, neutral: 0, unjudged: 0 };
  let against = 0;
  for (const { grade, judgements } of facts) {
    const judgement = judgements[id] ?? 'unjudged';
    count[judgement] += 1;
    if (judgement === 'inconsistent') against += weightOf(grade);
  }
  return { id, against, ...count };
}

const weights: Readonly<Record<string, Weight>> = { A: 3, B: 3, C: 2, '1': 3, '2': 3, '3': 2 };

export function weightOf(grade: Grade): Weight {
  const { source, information } = convertGrade(grade, 'admiralty').grade;
  const [ofSource, ofInformation] = [weights[source] ?? 1, weights[information] ?? 1];
  return ofSource < ofInformation ? ofSource : ofInformation;
}

function diagnosticityOf(judgements: readonly Judgement[]): Diagnosticity {
  if (judgements.length < 2) return 'unknown';
  const different = new Set(judgements);
  if (different.size === 1) return 'none';
  return different.has('consistent') && different.has('inconsistent') ? 'clear' : 'some';
}
