import type { Mention, ReportFields } from '../../../shared/domain/report.ts';
import type { ReportFile } from '../../../shared/domain/report-file.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { createReferences } from '../cases/case-references.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { living } from '../records.ts';

/**
 * What a checked report file says, with the people and cases it names found in the vault.
 *
 * @param today the day it is written, when the file does not say
 * @throws SinergiError `reference-unknown`, `reference-ambiguous` with `place`; `mention-absent` for words that do not stand
 * in the text; `not-found` for a case
 */
export function reportFields(vault: GuardedVault, file: ReportFile, today: string): ReportFields {
  const references = createReferences(vault);
  const cases = [...living(vault, 'cases')];
  const { submit: _, cases: named, opinion, writtenOn, items, ...fields } = file;
  return {
    ...fields,
    writtenOn: writtenOn ?? today,
    opinion: {
      analysis: opinion.analysis ?? '',
      prediction: opinion.prediction ?? '',
      stepsTaken: opinion.stepsTaken ?? '',
      recommendation: opinion.recommendation ?? '',
    },
    caseIds: named.map((name) => {
      const found = cases.find(({ id, number }) => id === name || number === name);
      if (found === undefined) throw new SinergiError('not-found', { collection: 'cases', id: name });
      return found.id;
    }),
    items: items.map(({ text, grade, mentions }, index) => ({
      text,
      grade,
      mentions: mentions.flatMap(({ words, person }, mentioned): Mention[] => {
        const place = `items[${index}].mentions[${mentioned}]`;
        const found = references.find(person, place);
        if (found === undefined) throw new SinergiError('reference-unknown', { place });
        const marks = occurrences(text, words).map((from) => ({ personId: found.id, from, to: from + words.length }));
        if (marks.length === 0) throw new SinergiError('mention-absent', { place, words });
        return marks;
      }),
    })),
  };
}

function occurrences(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) places.push(at);
  return places;
}
