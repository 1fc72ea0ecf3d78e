import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { cacheFolder } from './paths.mjs';
import { capture, run } from './run.mjs';

/** Outside package.json: it is compiled for over a minute, and nothing but the bench needs it. 12 is the last for Node 20. */
const name = 'better-sqlite3-multiple-ciphers';
const version = '12.11.1';
const folder = join(cacheFolder, 'peers');

/** Node's own headers where a full installation has them, so that node-gyp fetches none. */
const nodeFolder = resolve(dirname(process.execPath), '..');

/** Opens a database in memory: the one proof that what was built works with this Node. */
function works() {
  const probe = `const p = ${JSON.stringify(name)}; if (require(p + '/package.json').version !== ${JSON.stringify(version)}) process.exit(1); new (require(p))(':memory:').close();`;
  return capture(process.execPath, ['-e', probe], { cwd: folder }).code === 0;
}

/**
 * SQLCipher for the bench, built once from source into the cache.
 *
 * @returns {Promise<{ folder: string, version: string } | { missing: string }>}
 */
export async function sqlcipherPeer() {
  const built = { folder: join(folder, 'node_modules', name), version: `${name} ${version}` };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  if (works()) return built;
  console.error(`Building ${name} ${version}; this takes a few minutes, once.`);
  const headers = existsSync(join(nodeFolder, 'include/node/node.h'));
  const env = { npm_config_build_from_source: 'true', ...(headers ? { npm_config_nodedir: nodeFolder } : {}) };
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--save-exact', `${name}@${version}`];
  const code = await run('npm', args, { env, cwd: folder, stdout: 'stderr' });
  if (code === 0 && works()) return built;
  return { missing: `${name} ${version} could not be installed and compiled here (npm ended with ${code})` };
}
