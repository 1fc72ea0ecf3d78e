import type { Input } from '../../../shared/contract.ts';
import { prisonDay } from '../../../shared/domain/prison-clock.ts';
import {
  isPassed,
  isValidOn,
  type OfficerSkills,
  requiredSkills,
  type SkillFields,
  type SkillRecord,
} from '../../../shared/domain/training/skill.ts';
import { createUndoable } from '../casework/undoable.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';

/** Who has learnt what, until when it counts, and what a role still asks for. @throws SinergiError `not-found`, `conflict` */
export interface Skills {
  /** Officers of the vault by name, then those named in records alone. */
  team(): OfficerSkills[];
  add(fields: SkillFields): Promise<SkillRecord>;
  remove(input: Input<'skills.remove'>): Promise<{ undoId: string }>;
  /** One record, as a certificate shows it. @throws SinergiError `not-found` */
  get(id: string): SkillRecord;
}

const place = { collection: 'skillRecords', verb: 'skills.write', name: 'skill' } as const;

export function createSkills(session: Session, undo: Undo, now: () => Date): Skills {
  const undoable = createUndoable(session, undo);
  return {
    team: () => teamSkills(session.vault('skills.read'), prisonDay(now())),
    async add(fields) {
      const vault = session.vault('skills.write');
      return await vault.transact({ action: 'skill.add', entity: 'skillRecords' }, (transaction) =>
        transaction.create('skillRecords', fields),
      );
    },
    remove: (input) => undoable.remove(place, input),
    get: (id) => find(session.vault('skills.read'), 'skillRecords', id),
  };
}

export function teamSkills(vault: GuardedVault, today: string): OfficerSkills[] {
  const records = [...living(vault, 'skillRecords')].sort((a, b) => (a.on < b.on ? 1 : -1));
  const officers = vault.officers.list().filter(({ status }) => status !== 'disabled');
  const known = new Set(officers.map(({ name }) => name));
  const others = [...new Set(records.map(({ officer }) => officer))].filter((name) => !known.has(name));
  const skillsOf = (name: string, roles: OfficerSkills['roles'], officerId: string | null): OfficerSkills => {
    const own = records.filter(({ officer }) => officer === name);
    return { officerId, officer: name, roles, records: own, missing: missingOf(own, roles, today) };
  };
  return [
    ...officers.map(({ id, name, roles }) => skillsOf(name, [...roles], id)),
    ...others.map((name) => skillsOf(name, [], null)),
  ];
}

function missingOf(
  records: readonly SkillRecord[],
  roles: OfficerSkills['roles'],
  today: string,
): OfficerSkills['missing'] {
  return roles.flatMap((role) =>
    requiredSkills[role].flatMap((skill) => {
      const held = records.filter((record) => record.skill === skill && isPassed(record));
      if (held.some((record) => isValidOn(record, today))) return [];
      const ended = held.flatMap(({ until }) => until ?? []).sort((a, b) => (a < b ? 1 : -1));
      return [{ role, skill, ended: ended[0] ?? null }];
    }),
  );
}
