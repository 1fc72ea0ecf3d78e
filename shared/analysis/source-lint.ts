import { z } from 'zod';
import type { CaseDocument } from '../domain/case-document.ts';
import { sourceWords } from './source-words.ts';

/** Where in a case file a text stands. */
export const lintFields = [
  'case-title',
  'case-purpose',
  'case-legal-basis',
  'case-notes',
  'subject-note',
  'allegation-source',
  'link-kind',
  'link-source',
  'link-note',
  'report-subject',
  'report-item',
  'report-conditions',
  'hypothesis',
  'fact',
  'fact-source',
  'gap',
  'task',
  'decision',
  'closing',
  'exhibit',
  'custody',
  'chart-note',
] as const;

/** Why a text is pointed at. */
export const lintRules = [
  'pseudonym',
  'officer',
  'withheld-person',
  'tactic',
  'teller',
  'only',
  'single-source',
] as const;

export const lintHintSchema = z.strictObject({
  rule: z.enum(lintRules),
  field: z.enum(lintFields),
  /** Number of what it stands in: subjects, links, reports, tasks, exhibits and notes counted from 1, case work by its own; 0 for the case. */
  number: z.int().nonnegative(),
  /** Number of the item within a report, counted from 1; 0 where there are none. */
  item: z.int().nonnegative(),
  /** What stands there; for a single source, empty. */
  words: z.string(),
});
export type LintHint = z.infer<typeof lintHintSchema>;

/** What the vault knows that may not be told by the texts of a case file. */
export interface LintFacts {
  readonly officers: readonly string[];
  readonly pseudonyms: readonly string[];
  /** Names of people who belong to the case and are left out. */
  readonly withheld: readonly string[];
  /** Reports from a confidential source, by number: its pseudonym. */
  readonly confidential: ReadonlyMap<string, string>;
}

interface Text {
  readonly field: LintHint['field'];
  readonly number: number;
  readonly item: number;
  readonly text: string;
}

/**
 * Points at what in the texts of a case file could reveal a source before it leaves: names, tactics, a fact only one person
 * could know, a fact that comes from one confidential source alone. Hints, no verdict: an officer reads and decides.
 */
export function lintSources(content: CaseDocument, facts: LintFacts): readonly LintHint[] {
  const texts = textsOf(content).filter(({ text }) => text !== '');
  const searches: readonly (readonly [LintHint['rule'], RegExp | null])[] = [
    ['pseudonym', anyOf(facts.pseudonyms)],
    ['officer', anyOf(facts.officers)],
    ['withheld-person', anyOf(facts.withheld.flatMap((name) => [name, ...longParts(name)]))],
    ['tactic', anyOf(sourceWords.tactic)],
    ['teller', anyOf(sourceWords.teller)],
    ['only', anyOf(sourceWords.only)],
  ];
  const found = texts.flatMap(({ text, ...place }) =>
    searches.flatMap(([rule, search]): LintHint[] => {
      const words = search === null ? [] : [...new Set([...text.matchAll(search)].map(([word]) => word))];
      return words.length === 0 ? [] : [{ rule, ...place, words: words.join(', ') }];
    }),
  );
  return [...found, ...singleSourced(content, facts)];
}

/** Items of confidential sources, unless another source's report in the same file is about the same. */
function singleSourced({ reports = [] }: CaseDocument, { confidential }: LintFacts): LintHint[] {
  const sourceOf = (number: string): string => confidential.get(number) ?? `open ${number}`;
  return reports.flatMap((report, index) => {
    const source = confidential.get(report.number);
    if (source === undefined) return [];
    return report.items.flatMap(({ text }, place): LintHint[] => {
      const told = significant(text);
      const isConfirmed = reports.some(
        (other) =>
          sourceOf(other.number) !== source && other.items.some((item) => isMostly(told, significant(item.text))),
      );
      const hint = {
        rule: 'single-source',
        field: 'report-item',
        number: index + 1,
        item: place + 1,
        words: '',
      } as const;
      return isConfirmed ? [] : [hint];
    });
  });
}

/** Words long enough to say something. */
const significant = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 3));

/** Whether the other text says at least three words of this one, and most of them. */
function isMostly(told: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...told].filter((word) => other.has(word)).length;
  return shared >= 3 && shared >= told.size * 0.6;
}

/** Parts of a name that are a name by themselves. */
const longParts = (name: string): string[] => name.split(/\s+/).filter((part) => part.length > 3);

function anyOf(words: readonly string[]): RegExp | null {
  const wanted = words.filter((word) => word.trim() !== '').sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return null;
  const quoted = wanted.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${quoted.join('|')})(?:nya)?(?![\\p{L}\\p{N}])`, 'giu');
}

function textsOf(content: CaseDocument): Text[] {
  const { case: file, subjects, links, reports = [] } = content;
  const ofCase = (field: LintHint['field'], text: string): Text => ({ field, number: 0, item: 0, text });
  return [
    ofCase('case-title', file.title),
    ofCase('case-purpose', file.purpose),
    ofCase('case-legal-basis', file.legalBasis),
    ofCase('case-notes', file.notes),
    ...subjects.flatMap(({ note, allegation }, index): Text[] => [
      { field: 'subject-note', number: index + 1, item: 0, text: note },
      { field: 'allegation-source', number: index + 1, item: 0, text: allegation?.source ?? '' },
    ]),
    ...links.flatMap(({ kind, sources, note }, index): Text[] => [
      { field: 'link-kind', number: index + 1, item: 0, text: kind },
      ...sources.map((text): Text => ({ field: 'link-source', number: index + 1, item: 0, text })),
      { field: 'link-note', number: index + 1, item: 0, text: note },
    ]),
    ...reports.flatMap(({ subject, items, handling }, index): Text[] => [
      { field: 'report-subject', number: index + 1, item: 0, text: subject },
      ...items.map(({ text }, item): Text => ({ field: 'report-item', number: index + 1, item: item + 1, text })),
      { field: 'report-conditions', number: index + 1, item: 0, text: handling.code === 'C' ? handling.note : '' },
    ]),
    ...caseWorkTexts(content),
    ...evidenceTexts(content),
    ...(content.view?.notes ?? []).map(({ text }, index) => at('chart-note', index + 1, text)),
    ofCase('closing', file.closing?.reason ?? ''),
  ];
}

const at = (field: LintHint['field'], number: number, text: string): Text => ({ field, number, item: 0, text });

/** Owners and authors are officers by what they are, so only what was written is read. */
function caseWorkTexts({ hypotheses, facts, gaps, tasks, decisions }: CaseDocument): Text[] {
  return [
    ...(hypotheses ?? []).map(({ number, statement }) => at('hypothesis', number, statement)),
    ...(facts ?? []).flatMap(({ number, text, source }) => [
      at('fact', number, text),
      at('fact-source', number, source),
    ]),
    ...(gaps ?? []).flatMap(({ number, question, answer }) => [at('gap', number, question), at('gap', number, answer)]),
    ...(tasks ?? []).flatMap(({ what, outcome }, index) => [
      at('task', index + 1, what),
      at('task', index + 1, outcome),
    ]),
    ...(decisions ?? []).flatMap(({ number, what, reason, alternatives }) =>
      [what, reason, ...alternatives].map((text) => at('decision', number, text)),
    ),
  ];
}

function evidenceTexts({ exhibits = [] }: CaseDocument): Text[] {
  return exhibits.flatMap(({ description, packaging, place, note, files, custody }, index) => [
    ...[description, packaging, place, note, ...files.map(({ name }) => name)].map((text) =>
      at('exhibit', index + 1, text),
    ),
    ...custody.flatMap(({ place: where, reason }) => [where, reason].map((text) => at('custody', index + 1, text))),
  ]);
}
