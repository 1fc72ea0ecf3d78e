import { z } from 'zod';
import { arrest } from '../../../shared/analysis/network/arrest.ts';
import type { Report } from '../../../shared/analysis/network/betweenness.ts';
import { networkFigures } from '../../../shared/analysis/network/figures.ts';
import { buildNetwork } from '../../../shared/analysis/network/network.ts';
import { lengthRules } from '../../../shared/analysis/network/shortest-paths.ts';
import { stability } from '../../../shared/analysis/network/stability.ts';
import { type NetworkFinding, networkQuestionSchema } from '../../../shared/contract/networks.ts';

/** What the analysis thread is given: a network and a question about it. */
export const networkJobSchema = z.strictObject({
  people: z.array(z.string()).readonly(),
  ties: z.array(z.strictObject({ from: z.string(), to: z.string(), weight: z.number() })).readonly(),
  directed: z.boolean(),
  weighted: z.boolean(),
  rule: z.enum(lengthRules),
  question: networkQuestionSchema,
});
export type NetworkJob = z.infer<typeof networkJobSchema>;

/** What it says: how far it is, then what it found. */
export type NetworkAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'finding'; readonly finding: NetworkFinding };

/** Answers a question; the same in a thread and without one. */
export function answerQuestion(
  { people, ties, question, rule, ...options }: NetworkJob,
  report: Report,
): NetworkFinding {
  const network = buildNetwork(people, ties, options);
  switch (question.kind) {
    case 'figures':
      return { kind: 'figures', figures: networkFigures(network, rule, report) };
    case 'stability':
      return { kind: 'stability', bands: stability(network, rule, question.missing, report) };
    case 'arrest':
      return { kind: 'arrest', arrest: arrest(network, rule, question.ids, report) };
  }
}
