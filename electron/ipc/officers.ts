import type { Handlers, Output } from '../../shared/contract.ts';
import type { Officer } from '../../shared/domain/officer.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { Services } from '../services/services.ts';

const answered = ({ id, name, roles, status }: Officer): Output<'officers.disable'> => ({
  id,
  name,
  roles: [...roles],
  status,
});

export function officerHandlers({ officers }: Services) {
  return {
    'officers.list': async () => officers.list().map(answered),
    'officers.invite': async ({ name, roles }) => {
      const { officer, invitation } = await officers.add({ name, roles });
      if (invitation === null) throw new SinergiError('internal');
      return { officer: answered(officer), invitation };
    },
    'officers.setRoles': async ({ id, roles }) => answered(await officers.setRoles(id, roles)),
    'officers.disable': async ({ id }) => answered(await officers.disable(id)),
    'officers.changePassphrase': async ({ before, after }) => {
      await officers.changePassphrase(before, after);
      return {};
    },
    'vault.rotate': async () => {
      await officers.rotate();
      return {};
    },
  } satisfies Partial<Handlers>;
}
