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
    'officers.changePassphrase': async (input) => {
      await officers.changePassphrase(input);
      return {};
    },
    'officers.ownLock': () => Promise.resolve(officers.ownLock()),
    'vault.recovery': () => Promise.resolve({ shares: officers.recovery() }),
    'vault.renewRecovery': async ({ shares }) => ({ recovery: [...(await officers.renewRecovery(shares))] }),
    'vault.rotate': async () => {
      await officers.rotate();
      return {};
    },
  } satisfies Partial<Handlers>;
}
