import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, it } from 'vitest';
import { installerConfig, installerTargets } from '../../build/installers.mjs';

/** As electron-builder itself judges it. */
const judged = (config: ReturnType<typeof installerConfig>): Promise<void> =>
  validateConfiguration(config, new DebugLogger(false));
const namesOf = (target: unknown): readonly unknown[] =>
  Array.isArray(target)
    ? target.map((each: unknown) =>
        typeof each === 'object' && each !== null && 'target' in each ? each.target : each,
      )
    : [];

describe('the configuration of the installers', () => {
  it.each(['linux', 'win'] as const)('is one electron-builder takes (%s)', async (system) => {
    await expect(judged(installerConfig(system))).resolves.toBeUndefined();
  });

  it('is refused by it when something is misspelt, so that taking it means something', async () => {
    const config = installerConfig('win');
    Reflect.set(config, 'nsis', { oneClik: false });
    await expect(judged(config)).rejects.toThrow('configuration.nsis');
  });

  it('makes everything an administrator asks for', () => {
    expect(namesOf(installerConfig('win').win?.target)).toEqual(installerTargets.win);
    expect(namesOf(installerConfig('linux').linux?.target)).toEqual(installerTargets.linux);
    expect(installerTargets).toEqual({ linux: ['AppImage', 'deb', 'rpm', 'tar.gz'], win: ['nsis', 'portable', 'msi'] });
  });

  it('installs for the whole workstation, without a word when asked, and leaves vaults alone', () => {
    const { nsis, msi, publish } = installerConfig('win');
    expect(nsis).toMatchObject({ perMachine: true, oneClick: false, deleteAppDataOnUninstall: false });
    expect(msi).toMatchObject({ perMachine: true, runAfterFinish: false });
    // Nothing to be asked for updates over a network.
    expect(publish).toBeNull();
  });
});
