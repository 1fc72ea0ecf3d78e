import type { Id } from '../../../shared/domain/basics.ts';
import { officersOfCase } from '../../../shared/domain/access.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { Session } from '../session.ts';

/** Notes that a sensitive record was shown. The same record, looked at again within minutes, is one reading. */
export interface Reads {
  person(id: Id): Promise<void>;
  case(id: Id): Promise<void>;
  /** The register of sources, as a list. */
  sources(): Promise<void>;
  /** Another reason is another reading. */
  source(id: Id, reason: string): Promise<void>;
  /** Many at once, as the command line lists them. */
  everybody(): Promise<void>;
}

const oneReading = 10 * 60_000;
const diskFailures: readonly string[] = ['disk-full', 'disk-failed', 'permission-denied', 'vault-read-only'];

export function createReads(session: Session, now: () => Date): Reads {
  const last = new Map<string, number>();
  session.beforeEnd(() => last.clear());

  async function note(
    action: string,
    entity: 'people' | 'cases' | 'sources',
    entityId?: Id,
    reason?: string,
  ): Promise<void> {
    const key = `${action} ${entityId ?? ''} ${reason ?? ''}`;
    const at = now().getTime();
    const before = last.get(key);
    if (before !== undefined && at - before < oneReading && at >= before) return;
    last.set(key, at);
    try {
      const about = { ...(entityId === undefined ? {} : { entityId }), ...(reason === undefined ? {} : { reason }) };
      await session.vault('own.session').note({ action, entity, ...about });
    } catch (cause) {
      last.delete(key);
      // A full or failing disk must not keep an officer from reading; nothing can be written there either.
      if (!(cause instanceof SinergiError) || !diskFailures.includes(cause.code)) throw cause;
    }
  }

  return {
    person: (id) => note('person.read', 'people', id),
    async case(id) {
      const vault = session.vault('cases.read');
      const file = vault.document.cases[id];
      if (file === undefined) return;
      const supervising = !officersOfCase(file).includes(vault.actor.officerId);
      await note('case.read', 'cases', id, supervising ? 'supervision' : undefined);
    },
    sources: () => note('source.list', 'sources'),
    source: (id, reason) => note('source.read', 'sources', id, reason),
    everybody: () => note('people.list', 'people'),
  };
}
