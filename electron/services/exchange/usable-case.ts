import type { Id } from '../../../shared/domain/basics.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { VaultDocument } from '../../../shared/domain/document.ts';
import { actionBar, type Origin } from '../../../shared/domain/exchange/origin.ts';
import { withoutValues } from '../../../shared/domain/exchange/person-values.ts';
import { handlingLabel } from '../../../shared/domain/handling.ts';
import type { Link } from '../../../shared/domain/link.ts';
import { type Person, personFieldsSchema } from '../../../shared/domain/person.ts';
import { mayGoInto, originMayGoInto, type Sanitisation } from '../../../shared/domain/sanitisation.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { originsByPerson } from './effective-origins.ts';

/** What of a case may be acted upon, and what its originators say of it. */
export interface UsableCase {
  /** Null for a person who stays out; otherwise without the values that stay out. */
  person(id: Id): Person | null;
  isUsable(link: Link): boolean;
  isUsableRegister(importId: Id): boolean;
  /** Conditions that travel with what stays in, one line for each agency and code. */
  conditions(members: readonly Id[], links: readonly Link[]): Condition[];
}

export interface Condition {
  readonly agency: string;
  readonly handling: string;
  readonly conditions: string;
}

/**
 * Leaves out of a case what an originator has not agreed to action upon (A1), and what it took back: none of it gets into a
 * paper that people act upon.
 *
 * @param level for a sanitised version: also leaves out what by its handling codes must not go into it
 * @throws SinergiError `originator-agreement` when that is the case itself, `case-withheld` when its own code forbids it
 */
export function usableCase(document: VaultDocument, file: Case, level?: Sanitisation): UsableCase {
  const isBarred = (origin: Origin): boolean =>
    level === undefined ? actionBar(origin) !== null : !originMayGoInto(level, origin);
  const isHeldBack = ({ handling, origins }: Pick<Link, 'handling' | 'origins'>): boolean =>
    (level !== undefined && !mayGoInto(level, handling)) ||
    (origins?.some((origin) => origin.whole && isBarred(origin)) ?? false);

  const barring = file.origins?.find((origin) => origin.whole && isBarred(origin));
  if (barring !== undefined) throw new SinergiError('originator-agreement', { agency: barring.agency });
  if (isHeldBack(file)) throw new SinergiError('case-withheld', { level: level ?? '' });
  const originsOf = originsByPerson(document);
  return {
    person(id) {
      const person = document.people[id];
      if (person === undefined) return null;
      const origins = originsOf(id);
      if (isHeldBack({ handling: person.handling, origins: [...origins] })) return null;
      const barred = origins.filter(isBarred);
      if (barred.length === 0) return person;
      const fields = personFieldsSchema.strip().parse(person);
      for (const { values } of barred) withoutValues(fields, values);
      const { birthDate: _, ...rest } = person;
      return { ...rest, ...fields };
    },
    isUsable: (link) => !isHeldBack(link),
    isUsableRegister: (importId) => !isHeldBack(document.imports[importId] ?? {}),
    conditions(members, links) {
      const origins = [
        ...(file.origins ?? []),
        ...members.flatMap(originsOf),
        ...links.flatMap((link) => link.origins ?? []),
      ].filter((origin) => !isBarred(origin));
      const lines = new Map<string, Condition>();
      for (const { agency, handling, conditions } of origins) {
        const note = handling.code === 'C' ? handling.note : '';
        const line = {
          agency,
          handling: handlingLabel(handling),
          conditions: [note, conditions].filter(Boolean).join(' '),
        };
        lines.set(JSON.stringify(line), line);
      }
      return [...lines.values()].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    },
  };
}
