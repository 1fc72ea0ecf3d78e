import { z } from 'zod';
import { type Member, memberSchema } from '../../../shared/domain/case.ts';
import type { HistoryEntry } from '../../../shared/domain/document.ts';

const membersSchema = z.array(memberSchema);
const prefix = 'member:';

/** The history of a case with every change of its member list taken apart into one line a person. */
export function splitMembers(entries: readonly HistoryEntry[]): HistoryEntry[] {
  return entries.map((entry) => ({
    ...entry,
    fields: entry.fields.flatMap((change) => (change.field === 'members' ? memberChanges(change) : [change])),
  }));
}

/** The person a line of the split history is about. */
export const memberOfField = (field: string): string | undefined =>
  field.startsWith(prefix) ? field.slice(prefix.length) : undefined;

type FieldChange = HistoryEntry['fields'][number];

function memberChanges({ before, after }: FieldChange): FieldChange[] {
  const old = byPerson(before);
  const now = byPerson(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((id) => JSON.stringify(old.get(id)) !== JSON.stringify(now.get(id)))
    .map((id) => ({ field: `${prefix}${id}`, before: old.get(id), after: now.get(id) }));
}

function byPerson(members: unknown): Map<string, Member> {
  return new Map((membersSchema.safeParse(members).data ?? []).map((member) => [member.personId, member]));
}
