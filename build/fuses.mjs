import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { pathToFileURL } from 'node:url';
import { PlainError, runMain } from './run.mjs';

/** @typedef {import('./bundle.mjs').Flavour} Flavour */

// Added in Electron 41; the npm module that sets fuses does not know it yet, and its default is what is wanted.
const wasmTrapHandlers = 8;
/** @type {number} */
const inspector = FuseV1Options.EnableNodeCliInspectArguments;

/** The state of every fuse, with its reason; a fuse that is not listed here stops the build. */
const wanted = new Map([
  [FuseV1Options.RunAsNode, { on: false, why: 'the program must not be usable as a bare Node' }],
  [FuseV1Options.EnableCookieEncryption, { on: true, why: 'no cookie is kept, and if one were, not in plain text' }],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, { on: false, why: 'NODE_OPTIONS could load foreign code' }],
  [FuseV1Options.EnableNodeCliInspectArguments, { on: false, why: 'a debugger reads the open vault' }],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, { on: true, why: 'a changed program must not start' }],
  [FuseV1Options.OnlyLoadAppFromAsar, { on: true, why: 'a folder beside the program must not replace it' }],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, { on: false, why: 'there is no such snapshot' }],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, { on: false, why: 'pages come over app://, never file://' }],
  [wasmTrapHandlers, { on: true, why: 'the default; WebAssembly bounds stay checked either way' }],
]);

/** @param {number} fuse @param {Flavour} flavour */
function stateOf(fuse, flavour) {
  // The test driver attaches over the inspector; only its own build allows that.
  if (fuse === inspector && flavour === 'test') return true;
  return wanted.get(fuse)?.on;
}

/** @param {number} fuse */
const nameOf = (fuse) => (fuse === wasmTrapHandlers ? 'WasmTrapHandlers' : (FuseV1Options[fuse] ?? `fuse ${fuse}`));

/**
 * Reads a program's fuses.
 *
 * @param {string} executable
 * @returns {Promise<ReadonlyMap<number, boolean>>}
 */
async function readFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  if (wire.version !== FuseVersion.V1) throw new PlainError(`${executable} has fuses of an unknown version.`);
  const states = Object.entries(wire).filter(([key]) => /^\d+$/.test(key));
  // The wire holds the characters '0' and '1'; 'r' is a fuse that was removed and does nothing.
  return new Map(
    states.filter(([, state]) => Number(state) !== 0x72).map(([key, state]) => [Number(key), Number(state) === 0x31]),
  );
}

/**
 * Compares a packaged program's fuses with what is wanted of its flavour.
 *
 * @param {string} executable
 * @param {Flavour} flavour
 * @returns {Promise<readonly string[]>} what differs, in words
 */
export async function fuseFaults(executable, flavour) {
  const faults = [];
  for (const [fuse, on] of await readFuses(executable)) {
    const expected = stateOf(fuse, flavour);
    if (expected === undefined) faults.push(`${nameOf(fuse)} is new: nobody has decided about it`);
    else if (expected !== on) faults.push(`${nameOf(fuse)} is ${on ? 'on' : 'off'}: ${wanted.get(fuse)?.why ?? ''}`);
  }
  return faults;
}

/**
 * The same decisions in electron-builder's words; it refuses to set a fuse the runtime does not have.
 *
 * @param {Flavour} flavour
 * @param {string} runtimeExecutable
 */
export async function builderFuses(flavour, runtimeExecutable) {
  const present = await readFuses(runtimeExecutable);
  const keys = /** @type {const} */ ([
    ['runAsNode', FuseV1Options.RunAsNode],
    ['enableCookieEncryption', FuseV1Options.EnableCookieEncryption],
    ['enableNodeOptionsEnvironmentVariable', FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    ['enableNodeCliInspectArguments', FuseV1Options.EnableNodeCliInspectArguments],
    ['enableEmbeddedAsarIntegrityValidation', FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    ['onlyLoadAppFromAsar', FuseV1Options.OnlyLoadAppFromAsar],
    ['loadBrowserProcessSpecificV8Snapshot', FuseV1Options.LoadBrowserProcessSpecificV8Snapshot],
    ['grantFileProtocolExtraPrivileges', FuseV1Options.GrantFileProtocolExtraPrivileges],
  ]);
  return Object.fromEntries(
    keys.filter(([, fuse]) => present.has(fuse)).map(([key, fuse]) => [key, stateOf(fuse, flavour) === true]),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    const [executable, flavour] = process.argv.slice(2);
    if (executable === undefined || (flavour !== 'test' && flavour !== 'release')) {
      throw new PlainError('Usage: node build/fuses.mjs EXECUTABLE test|release');
    }
    const faults = await fuseFaults(executable, flavour);
    for (const fault of faults) console.error(fault);
    if (faults.length === 0) console.log(`Fuses of the ${flavour} build are as decided.`);
    return faults.length === 0 ? 0 : 1;
  });
}
