import type { Output } from '../../shared/contract.ts';
import type { RecordOf } from '../../shared/domain/document.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { defaultSettings, type SettingsFields } from '../../shared/domain/settings.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { VaultPort } from '../vault/port.ts';
import { living } from './records.ts';
import type { Session } from './session.ts';

export interface Settings {
  /** Asked for the first time in a vault, writes the defaults. */
  get(): Promise<Output<'vault.settings'>>;
  change(version: number, fields: SettingsFields): Promise<Output<'vault.settings'>>;
  /** What the vault agreed on, and no longer than this workstation's administrator lets it be. @throws SinergiError `locked` */
  idleLimitSeconds(): number;
}

const stored = (vault: Pick<VaultPort, 'document'>): RecordOf<'settings'> | undefined => {
  const first = living(vault, 'settings')[Symbol.iterator]().next();
  return first.done ? undefined : first.value;
};

/** The agreed settings, or the defaults of a vault that never changed them. */
export const settingsOf = (vault: Pick<VaultPort, 'document'>): SettingsFields => stored(vault) ?? defaultSettings;

/** What the trail says of a change: the settings that are now different, as they are now. */
const changed = (before: SettingsFields, after: SettingsFields): Partial<SettingsFields> => {
  const were = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => were.get(name) !== value));
};

export function createSettings(session: Session, { longestIdleLockSeconds }: Policy): Settings {
  return {
    async get() {
      const vault = session.vault('settings.read');
      return (
        stored(vault) ??
        (await vault.transact({ action: 'settings.create', entity: 'settings' }, (transaction) =>
          transaction.create('settings', defaultSettings),
        ))
      );
    },
    async change(version, fields) {
      const vault = session.vault('settings.change');
      const current = stored(vault);
      if (current === undefined) throw new SinergiError('not-found');
      return await vault.transact(
        {
          action: 'settings.change',
          entity: 'settings',
          entityId: current.id,
          reason: JSON.stringify(changed(current, fields)),
        },
        (transaction) => transaction.change('settings', current.id, version, fields),
      );
    },
    idleLimitSeconds() {
      const { idleLockSeconds } = settingsOf(session.vault('own.session'));
      return Math.min(idleLockSeconds, longestIdleLockSeconds ?? idleLockSeconds);
    },
  };
}
