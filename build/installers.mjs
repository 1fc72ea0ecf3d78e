import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageApp } from './package.mjs';
import { outFolder, root } from './paths.mjs';
import { PlainError, runMain } from './run.mjs';
import { resolveRuntime } from './runtime/resolve.mjs';

/** @typedef {import('electron-builder').Configuration} Configuration */
/** @typedef {'linux' | 'win'} InstallerSystem */

/** What an administrator installs from, by system; docs/release.md. */
export const installerTargets = {
  linux: ['AppImage', 'deb', 'rpm', 'tar.gz'],
  win: ['nsis', 'portable', 'msi'],
};

/**
 * How the installers are made of a program that was packaged, and whose fuses were read back.
 *
 * @param {InstallerSystem} system
 * @returns {Configuration}
 */
export function installerConfig(system) {
  return {
    appId: 'id.sinergi.desktop',
    productName: 'Sinergi',
    copyright: 'Sinergi maintainers',
    directories: { output: join(outFolder, 'installers'), buildResources: join(root, 'build/resources') },
    artifactName: 'sinergi-${version}-${os}-${arch}.${ext}',
    // What the program may reach is in the program: nothing is fetched when it is installed or started.
    publish: null,
    // Debian's packages name a page; there is none to look at without a network.
    extraMetadata: { homepage: 'https://sinergi.invalid' },
    ...(system === 'win' ? windows : linux),
  };
}

/** @type {Configuration} */
const windows = {
  win: {
    target: installerTargets.win.map((target) => ({ target, arch: ['x64'] })),
    // Signed by whoever releases, with a certificate that is not in the repository.
    signAndEditExecutable: true,
    requestedExecutionLevel: 'asInvoker',
  },
  nsis: {
    oneClick: false,
    // For every officer of the workstation, by its administrator; `/S` installs without a word.
    perMachine: true,
    allowElevation: true,
    allowToChangeInstallationDirectory: true,
    createDesktopShortcut: 'always',
    runAfterFinish: false,
    // Vaults lie where officers put them; what the program remembers of them goes with the account, not with the program.
    deleteAppDataOnUninstall: false,
    multiLanguageInstaller: true,
    installerLanguages: ['id_ID', 'en_US'],
    differentialPackage: false,
    artifactName: 'sinergi-${version}-setup-${arch}.${ext}',
  },
  portable: { requestExecutionLevel: 'user', artifactName: 'sinergi-${version}-portable-${arch}.${ext}' },
  msi: { perMachine: true, oneClick: false, runAfterFinish: false, createDesktopShortcut: 'always' },
};

/** @type {Configuration} */
const linux = {
  linux: {
    target: installerTargets.linux.map((target) => ({ target, arch: ['x64'] })),
    executableName: 'sinergi',
    category: 'Office',
    maintainer: 'Sinergi maintainers <maintainers@sinergi.invalid>',
    synopsis: 'Case management without a network',
    description: 'Case management for prison and police intelligence officers, on workstations without a network.',
  },
  deb: { priority: 'optional' },
  rpm: { fpm: ['--rpm-rpmbuild-define=_build_id_links none'] },
};

/** @param {string} name @returns {name is InstallerSystem} */
const isSystem = (name) => Object.hasOwn(installerTargets, name);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  // The tools that make them are fetched by electron-builder; where nothing can be fetched, it says which one is missing.
  await runMain(async () => {
    const [system = process.platform === 'win32' ? 'win' : 'linux', ...wanted] = process.argv.slice(2);
    if (!isSystem(system)) throw new PlainError(`No installers for ${system}: linux or win.`);
    const runtime = await resolveRuntime();
    const executable = await packageApp('release');
    const { build, Platform } = await import('electron-builder');
    const targets = wanted.length === 0 ? installerTargets[system] : wanted;
    try {
      const files = await build({
        targets: (system === 'win' ? Platform.WINDOWS : Platform.LINUX).createTarget(targets),
        prepackaged: join(executable, '..'),
        publish: 'never',
        config: { ...installerConfig(system), electronVersion: runtime.version },
      });
      console.log(files.join('\n'));
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
      if (code !== 'ENOTFOUND' && code !== 'ECONNREFUSED') throw cause;
      throw new PlainError(
        `electron-builder fetches the tools for ${targets.join(', ')} once, and its site cannot be reached from here: make them on a machine with a network, or put its cache into ELECTRON_BUILDER_CACHE.`,
      );
    }
    return 0;
  });
}
