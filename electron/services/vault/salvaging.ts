import { join, resolve } from 'node:path';
import { may } from '../../../shared/domain/access.ts';
import type { SalvageReport } from '../../../shared/domain/salvage.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { messages } from '../../../shared/i18n/messages.ts';
import type { OpenOptions } from '../../vault/open-vault.ts';
import { salvageVault } from '../../vault/salvage/salvage-vault.ts';
import type { LongWork } from '../backup/long-work.ts';
import type { Places } from '../policy/places.ts';
import type { PreferenceStore } from '../preferences.ts';
import type { Session } from '../session.ts';
import { withSecret } from './key-files.ts';
import type { Readiness } from './readiness.ts';
import { vaultName } from './vault-folder.ts';

export interface SalvageInput {
  readonly folder: string;
  readonly out: string;
  readonly passphrase: string;
  readonly keyFile?: string | undefined;
  readonly officerName?: string;
}

/** What is authentic of a damaged vault, put into a new one. */
export interface Salvaging {
  /** Of a vault that is not open. @throws SinergiError `busy`, and as `salvageVault` */
  run(input: SalvageInput): Promise<SalvageReport>;
  /** Of the vault that is open, into a new folder inside the one that was chosen. @throws SinergiError `busy`, and as `salvageInto` */
  fromOpen(into: string): Promise<SalvageReport>;
  cancel(): void;
}

export interface SalvagingOptions {
  readonly session: Session;
  readonly places: Places;
  readonly preferences: PreferenceStore;
  readonly ready: Readiness;
  readonly longWork: LongWork;
  readonly opening: Pick<OpenOptions, 'kdf' | 'practice' | 'anchors'>;
  readonly now: () => Date;
}

export function createSalvaging(options: SalvagingOptions): Salvaging {
  const { session, places, preferences, ready, longWork, opening, now } = options;
  return {
    async run({ folder, out, passphrase, keyFile, officerName }) {
      if (session.isUnlocked()) throw new SinergiError('busy');
      const damaged = await places.vault(folder);
      const salvaged = await places.vault(out);
      await ready();
      return await longWork.run('salvage', 'restoring', (watch) =>
        withSecret(passphrase, keyFile, (secret) =>
          salvageVault({
            ...opening,
            ...watch,
            folder: damaged,
            out: salvaged,
            passphrase: secret,
            maySalvage: (roles) => may(roles, 'vault.salvage'),
            ...(officerName === undefined ? {} : { officer: officerName }),
          }),
        ),
      );
    },
    async fromOpen(into) {
      const vault = session.vault('vault.salvage');
      const word = messages[preferences.get().language].backup.folder.salvaged;
      const moment = now().toISOString().slice(0, 19).replaceAll(':', '-');
      const out = await places.vault(join(resolve(into), `${vaultName(vault.folder)} ${word} ${moment}.cvault`));
      return await longWork.run('salvage', 'restoring', (watch) => vault.salvage(out, watch));
    },
    cancel: () => longWork.cancel(),
  };
}
