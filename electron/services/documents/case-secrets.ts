import type { LintFacts } from '../../../shared/analysis/source-lint.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { CaseDocument } from '../../../shared/domain/case-document.ts';
import type { VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';
import { settingsOf } from '../settings.ts';
import { numberPattern, type ProtectedWords, protectedWords } from './protected-words.ts';

type Source = Pick<VaultPort, 'document'>;

/** What sources are called, in their register and in reports. */
function pseudonymsOf(vault: Source): string[] {
  const registered = [...living(vault, 'sources')].map(({ pseudonym }) => pseudonym);
  const reported = [...living(vault, 'reports')].flatMap(({ source }) =>
    source.kind === 'confidential' ? [source.pseudonym] : [],
  );
  return [...new Set([...registered, ...reported])];
}

/** Every name of members of the case who are not in the content, unless somebody who is bears it too. */
export function namesWithheld(vault: Source, file: Case, { subjects }: Pick<CaseDocument, 'subjects'>): string[] {
  const shown = new Set(subjects.flatMap(({ personId, name }) => [personId, name.toLowerCase()]));
  return file.members
    .filter(({ personId }) => !shown.has(personId))
    .flatMap(({ personId }) => {
      const person = vault.document.people[personId];
      return person === undefined ? [] : [person.name, ...person.aliases];
    })
    .filter((name) => !shown.has(name.toLowerCase()));
}

/** Protects pseudonyms, numbers of reports that are not in the content, and the given names. */
export const makeProtectedWords =
  (vault: Source, { reports = [] }: CaseDocument) =>
  (names: readonly string[]): ProtectedWords =>
    protectedWords([...pseudonymsOf(vault), ...names], {
      pattern: numberPattern(settingsOf(vault).reportNumberTemplate),
      shown: new Set(reports.map(({ number }) => number.toUpperCase())),
    });

/** What the texts of a case file may not tell. */
export function lintFactsOf(vault: VaultPort, file: Case, content: CaseDocument): LintFacts {
  return {
    officers: vault.officers.list().map(({ name }) => name),
    pseudonyms: pseudonymsOf(vault),
    withheld: namesWithheld(vault, file, content),
    confidential: new Map(
      [...living(vault, 'reports')].flatMap(({ number, source }): (readonly [string, string])[] =>
        source.kind === 'confidential' ? [[number, source.pseudonym]] : [],
      ),
    ),
  };
}
