import type { Id } from '../../../shared/domain/basics.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { VaultDocument } from '../../../shared/domain/document.ts';
import { actionBar, type Origin } from '../../../shared/domain/exchange/origin.ts';
import { withoutValues } from '../../../shared/domain/exchange/preview.ts';
import { handlingLabel } from '../../../shared/domain/handling.ts';
import type { Link } from '../../../shared/domain/link.ts';
import { type Person, personFieldsSchema } from '../../../shared/domain/person.ts';
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

const isBarred = (origin: Origin): boolean => actionBar(origin) !== null;
const barredWhole = (origins: readonly Origin[] | undefined): boolean =>
  origins?.some((origin) => origin.whole && isBarred(origin)) ?? false;

/**
 * Leaves out of a case what an originator has not agreed to action upon (A1), and what it took back: none of it gets into a
 * paper that people act upon.
 *
 * @throws SinergiError `originator-agreement` when that is the case itself
 */
export function usableCase(document: VaultDocument, file: Case): UsableCase {
  const barring = file.origins?.find((origin) => origin.whole && isBarred(origin));
  if (barring !== undefined) throw new SinergiError('originator-agreement', { agency: barring.agency });
  const originsOf = originsByPerson(document);
  return {
    person(id) {
      const person = document.people[id];
      if (person === undefined) return null;
      const origins = originsOf(id);
      if (barredWhole(origins)) return null;
      const barred = origins.filter(isBarred);
      if (barred.length === 0) return person;
      const fields = personFieldsSchema.strip().parse(person);
      for (const { values } of barred) withoutValues(fields, values);
      const { birthDate: _, ...rest } = person;
      return { ...rest, ...fields };
    },
    isUsable: ({ origins }) => !barredWhole(origins),
    isUsableRegister: (importId) => !barredWhole(document.imports[importId]?.origins),
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
