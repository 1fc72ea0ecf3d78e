import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askCli, runCli, toRecord } from './run-cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-cli-policy-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(content: string): Promise<string> {
  const file = join(folder, 'policy.json');
  await writeFile(file, content, { mode: 0o644 });
  return file;
}

async function faultIn(file: string): Promise<Record<string, unknown>> {
  const { code, stdout } = await runCli(['policy', 'check', '--file', file, '--json']);
  expect(code).toBe(1);
  const answer = toRecord(JSON.parse(stdout));
  expect(answer).toMatchObject({ ok: false, sets: null });
  return toRecord(answer['fault']);
}

describe('policy check', () => {
  it('says what a good policy sets', async () => {
    const sets = { language: { value: 'id', fixed: true }, longestIdleLockSeconds: 120, exportFolders: [folder] };
    const file = await written(JSON.stringify(sets));
    expect(await askCli(['policy', 'check', '--file', file])).toEqual({ ok: true, sets, fault: null });
  });

  it('says in a sentence what is wrong with a faulty one, and fails', async () => {
    const unknown = await faultIn(await written('{ "vaultFolder": ["/srv"] }'));
    expect(unknown).toMatchObject({ code: 'policy-member-unknown', member: 'vaultFolder' });
    expect(unknown['message']).toContain('policy.json has the entry “vaultFolder”');
    expect(await faultIn(await written('{'))).toMatchObject({ code: 'policy-not-json', member: null });
    expect(await faultIn(join(folder, 'none.json'))).toMatchObject({ code: 'policy-unreadable' });
  });

  it.skipIf(process.platform === 'win32')('tells of a file that everybody may write', async () => {
    const file = await written('{}');
    await chmod(file, 0o666);
    expect(await faultIn(file)).toMatchObject({ code: 'policy-writable' });
    await chmod(file, 0o644);
  });

  it('asks for the file', async () => {
    expect((await runCli(['policy', 'check', '--json'])).code).toBe(2);
  });
});

it('the command line itself is not bound by a policy', async () => {
  const SINERGI_POLICY = await written('{');
  const words = ['vault', 'create', '--vault', join(folder, 'A.cvault'), '--officer', 'Budi', '--json'];
  expect((await runCli(words, 'kata sandi percobaan', { SINERGI_POLICY })).code).toBe(0);
});
