import { officersOfCase } from '../../../shared/domain/access.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { living } from '../records.ts';
import type { Session } from '../session.ts';
import { settingsOf } from '../settings.ts';
import { createSeldom } from './seldom.ts';

export type ReadCollection = 'people' | 'cases';

/** Notes that a sensitive record was shown, and why where the settings ask for a reason. */
export interface Reads {
  /** @throws SinergiError `reason-required` */
  person(id: Id): Promise<void>;
  /** @throws SinergiError `reason-required` */
  case(id: Id): Promise<void>;
  report(id: Id): Promise<void>;
  /** The register of sources, as a list. */
  sources(): Promise<void>;
  /** Another reason is another reading. */
  source(id: Id, reason: string): Promise<void>;
  /** The officer's reason for a record; good until the vault is locked. */
  explain(collection: ReadCollection, id: Id, reason: string): void;
  /** Many at once, as the command line lists them. */
  everybody(): Promise<void>;
}

export function createReads(session: Session, now: () => Date): Reads {
  const seldom = createSeldom(now);
  const reasons = new Map<string, string>();
  session.beforeEnd(() => {
    seldom.clear();
    reasons.clear();
  });

  const belongs = (vault: GuardedVault, file: Parameters<typeof officersOfCase>[0]): boolean =>
    officersOfCase(file).includes(vault.actor.officerId);

  async function note(
    vault: GuardedVault,
    action: 'person.read' | 'case.read',
    collection: ReadCollection,
    id: Id,
    asked: boolean,
    otherwise?: string,
  ): Promise<void> {
    const given = reasons.get(`${collection}/${id}`);
    const reason = given ?? otherwise;
    if (asked && given === undefined) throw new SinergiError('reason-required', { collection, id });
    await seldom.note(vault, {
      action,
      entity: collection,
      entityId: id,
      ...(reason === undefined ? {} : { reason }),
    });
  }

  return {
    async person(id) {
      const vault = session.vault('people.read');
      const own = (): boolean => {
        for (const file of living(vault, 'cases'))
          if (belongs(vault, file) && file.members.some(({ personId }) => personId === id)) return true;
        return false;
      };
      await note(vault, 'person.read', 'people', id, settingsOf(vault).readReason === 'cases-and-people' && !own());
    },
    async case(id) {
      const vault = session.vault('cases.read');
      const file = vault.document.cases[id];
      if (file === undefined) return;
      const others = !belongs(vault, file);
      const asked = others && settingsOf(vault).readReason !== 'none';
      await note(vault, 'case.read', 'cases', id, asked, others ? 'supervision' : undefined);
    },
    report: (entityId) =>
      seldom.note(session.vault('reports.read'), { action: 'report.read', entity: 'reports', entityId }),
    sources: () => seldom.note(session.vault('own.session'), { action: 'source.list', entity: 'sources' }),
    source: (entityId, reason) =>
      seldom.note(session.vault('own.session'), { action: 'source.read', entity: 'sources', entityId, reason }),
    explain(collection, id, reason) {
      reasons.set(`${collection}/${id}`, reason);
    },
    everybody: () => seldom.note(session.vault('people.read'), { action: 'people.list', entity: 'people' }),
  };
}
