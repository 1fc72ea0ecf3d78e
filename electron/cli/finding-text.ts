import { type Finding, findingFacts } from '../../shared/analysis/detection/finding.ts';
import { bothLanguages } from './both-languages.ts';

type Told = Pick<Finding, 'kind' | 'score' | 'expected' | 'observed' | 'values'> & { readonly rows: number };

/** What a finding is, what it does not show, and how often chance gives it, in both languages. */
export function findingText(finding: Told): { readonly id: string; readonly en: string } {
  const say = bothLanguages('detection');
  const facts = findingFacts(finding);
  const parts = [`${finding.kind}.what`, `${finding.kind}.not`, 'chance'].map((key) => say(key, facts));
  return { id: parts.map(({ id }) => id).join(' '), en: parts.map(({ en }) => en).join(' ') };
}
