import type { Handlers } from '../../shared/contract.ts';
import type { Services } from '../services/services.ts';

export function deskHandlers({ desk, watches }: Services) {
  return {
    'desk.check': (asked) => desk.check(asked),
    'desk.enter': (fields) => desk.enter(fields),
    'desk.list': async ({ day }) => desk.list(day),
    'desk.leave': ({ id, version, timeOut }) => desk.leave(id, version, timeOut),
    'desk.withdraw': ({ id, version }) => desk.withdraw(id, version),
    'watches.list': async ({ personId }) => watches.list(personId),
    'watches.create': ({ fields }) => watches.create(fields),
    'watches.end': ({ id, version }) => watches.end(id, version),
  } satisfies Partial<Handlers>;
}
