import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { executable, launchApp } from '../harness.ts';
import { callBridge } from './probe.ts';
import { secrets, workAllDay } from './working-day.ts';

const hasStrace = (() => {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Calls that send something, or say to whom, with an internet address in them. */
const outgoing = /\b(connect|sendto|sendmsg|sendmmsg)\(.*sa_family=AF_INET6?\b/;

test('the trace would show it: a program that turns to an address is seen', () => {
  test.skip(process.platform !== 'linux' || !hasStrace, 'needs strace');
  const asks = "require('node:net').connect(9, '127.0.0.1').on('error', () => {})";
  const traced = spawnSync('strace', ['-f', '-qq', '-e', 'trace=connect', process.execPath, '-e', asks], {
    encoding: 'utf8',
  });
  expect(traced.stderr.split('\n').filter((line) => outgoing.test(line)).length).toBeGreaterThan(0);
});

test('in a whole working day no process of the app turns to an internet address', async () => {
  test.skip(process.platform !== 'linux' || !hasStrace, 'needs strace');
  test.setTimeout(300_000);
  const folder = await mkdtemp(join(tmpdir(), 'sinergi-strace-'));
  const wrapper = join(folder, 'traced');
  const trace = 'trace=connect,sendto,sendmsg,sendmmsg,socket';
  await writeFile(
    wrapper,
    `#!/bin/sh\nexec strace -ff -qq -s 64 -o '${folder}/calls' -e ${trace} '${executable}' "$@"\n`,
  );
  await chmod(wrapper, 0o700);

  const { app, page, close } = await launchApp({ wrapper });
  // A page that tries, a day's work in every area, and a program left alone.
  await page.evaluate(() => {
    void fetch('http://192.0.2.1/').catch(() => undefined);
    new Image().src = 'http://example.invalid/';
    for (const rel of ['dns-prefetch', 'preconnect']) {
      const link = document.createElement('link');
      link.rel = rel;
      link.href = 'https://example.com/';
      document.head.append(link);
    }
  });
  const vault = { folder: join(folder, 'vault'), passphrase: secrets.passphrase, officerName: secrets.officer };
  expect(await callBridge(page, 'vault.create', vault)).toMatchObject({ ok: true });
  await page.reload();
  const brought = join(folder, 'brought');
  await mkdir(brought);
  await workAllDay({ app, page }, brought);
  await page.waitForTimeout(8_000);
  await close();

  const files = (await readdir(folder)).filter((name) => name.startsWith('calls'));
  const calls = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n').split('\n');
  // The recording works: the display is a local socket.
  expect(calls.some((line) => /\bconnect\(.*sa_family=AF_UNIX/.test(line))).toBe(true);
  expect(calls.filter((line) => outgoing.test(line))).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});
