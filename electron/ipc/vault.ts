import type { Handlers } from '../../shared/contract.ts';
import type { Ports } from '../services/ports.ts';
import { sheetName } from '../services/documents/recovery-piece.ts';
import type { Services } from '../services/services.ts';
import { vaultFolder, vaultIn, vaultName } from '../services/vault/vault-folder.ts';

const pdf = [{ name: 'PDF', extensions: ['pdf'] }];
const keyFiles = [{ name: 'Sinergi', extensions: ['kunci'] }];

/** @param unbounded for key files, which hold nothing of the vault: no policy says where they go */
export function vaultHandlers(
  { documents, preferences, salvaging, session, settings, vaults }: Services,
  { dialogs }: Ports,
  unbounded: Ports,
) {
  return {
    'vault.status': () => vaults.status(),
    'vault.chooseFolder': async () => ({ folder: await dialogs.openFolder() }),
    'vault.create': async (input) => {
      const { vaultId, recovery } = await vaults.create({ ...input, folder: vaultFolder(input.folder) });
      return { vaultId, recovery };
    },
    'vault.chooseKeyFile': async ({ purpose }) => ({
      path: await (purpose === 'use'
        ? dialogs.openFile(keyFiles)
        : unbounded.dialogs.saveFile('Sinergi.kunci', keyFiles)),
    }),
    'vault.open': async (input) => vaults.open({ ...input, folder: await vaultIn(input.folder) }),
    'vault.readRecovery': async (input) => vaults.readRecovery({ ...input, folder: await vaultIn(input.folder) }),
    'vault.recover': async (input) => vaults.recover({ ...input, folder: await vaultIn(input.folder) }),
    'vault.activate': async (input) => vaults.activate({ ...input, folder: await vaultIn(input.folder) }),
    'vault.accept': (input) => vaults.accept(input),
    'vault.salvage': ({ into }) => salvaging.fromOpen(into),
    'vault.lock': async () => {
      await session.end('button');
      return {};
    },
    'vault.saveRecoverySheet': async ({ piece }) => {
      const { language } = preferences.get();
      const name = vaultName(session.vault('vault.keys').folder);
      const path = await dialogs.saveFile(`${name}-${sheetName(piece)}.pdf`, pdf);
      if (path !== null) await documents.recoverySheet({ piece, language, path });
      return { path };
    },
    'vault.info': () => vaults.info(),
    'vault.settings': () => settings.get(),
    'vault.saveSettings': ({ version, fields }) => settings.change(version, fields),
  } satisfies Partial<Handlers>;
}
