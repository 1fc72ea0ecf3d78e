import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { displayEnvironment, executable, releaseExecutable, rootArguments } from '../harness.ts';

const root = resolve(import.meta.dirname, '../../..');

test.describe('the fuses are as decided', () => {
  for (const [flavour, program] of [
    ['test', executable],
    ['release', releaseExecutable],
  ] as const) {
    test(flavour, () => {
      const checked = spawnSync(process.execPath, [join(root, 'build/fuses.mjs'), program, flavour], {
        encoding: 'utf8',
      });
      expect(checked.stderr).toBe('');
      expect(checked.status).toBe(0);
    });
  }

  test('and the check tells the two apart', () => {
    const checked = spawnSync(process.execPath, [join(root, 'build/fuses.mjs'), executable, 'release'], {
      encoding: 'utf8',
    });
    expect(checked.status).toBe(1);
  });
});

test.describe('the release refuses to start with', () => {
  const switches = [
    '--no-sandbox',
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0',
    '--disable-web-security',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp',
    '--proxy-server=127.0.0.1:1',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--log-net-log=/tmp/x',
    '-remote-debugging-port=0',
    '--made-up',
  ];
  for (const wanted of switches) {
    test(wanted, async () => {
      const userData = await mkdtemp(join(tmpdir(), 'sinergi-release-'));
      const args = [...rootArguments, `--user-data-dir=${userData}`, wanted];
      const started = spawnSync(releaseExecutable, args, { encoding: 'utf8', timeout: 20_000 });
      expect(started.stderr).toContain(`--${/^-+([^=]+)/.exec(wanted)?.[1] ?? ''}`);
      expect(started.status).toBe(78);
      expect(existsSync(join(userData, 'sinergi.log'))).toBe(false);
      await rm(userData, { recursive: true, force: true });
    });
  }

  test('ELECTRON_RUN_AS_NODE, which it does not heed', () => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const started = spawnSync(releaseExecutable, [...rootArguments, '-e', 'console.log(6 * 7)'], {
      env,
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(started.stdout).not.toContain('42');
  });
});

/** An account without rights and Chromium's own sandbox: how an officer runs it. */
const canDropRights = (() => {
  if (process.platform !== 'linux') return false;
  if (process.getuid?.() !== 0) return true;
  return (
    spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', 'unshare', '-Ur', 'true']).status === 0
  );
})();

/** Every process below one, from /proc. */
function descendants(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = /^PPid:\t(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
        return [[Number(name), Number(parent)] as const];
      } catch {
        return [];
      }
    });
  const below = (of: number): number[] =>
    parents.filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
};

test('the release runs sandboxed, listens to nobody and ends when told', async () => {
  test.skip(!canDropRights, 'needs an account without rights and user namespaces');
  const userData = await mkdtemp(join(tmpdir(), 'sinergi-release-'));
  const asNobody = process.getuid?.() === 0;
  if (asNobody) execFileSync('chown', ['65534:65534', userData]);
  else await chmod(userData, 0o700);
  const program = [releaseExecutable, `--user-data-dir=${userData}`];
  const command = asNobody ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...program] : program;
  const child = spawn(command[0] ?? '', command.slice(1), {
    env: { ...process.env, ...(await displayEnvironment()), HOME: userData, XDG_CONFIG_HOME: userData },
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));

  const pages = () => descendants(child.pid ?? 0).filter((pid) => commandOf(pid).includes('--type=renderer'));
  await expect.poll(() => pages().length, { timeout: 20_000 }).toBeGreaterThan(0);
  for (const pid of pages()) {
    // 2: a system call filter is in force, which only the sandbox sets.
    await expect.poll(() => readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m);
    expect(commandOf(pid)).not.toContain('--no-sandbox');
  }
  const sockets = execFileSync(
    'sh',
    ['-c', `cat /proc/net/tcp /proc/net/tcp6 | awk '$4 == "0A" { print $8 }' | sort -u`],
    { encoding: 'utf8' },
  );
  if (asNobody) expect(sockets.split('\n')).not.toContain('65534');

  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  await rm(userData, { recursive: true, force: true });
});
