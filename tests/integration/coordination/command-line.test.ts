import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commitmentFields, meetingFields, operationFields } from '../../fixtures/coordination.ts';
import { askCli, listCli, runCli } from '../cli/run-cli.ts';
import { readPdf, textOf } from '../documents/read-pdf.ts';

let folder: string;
let vault: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-coordination-'));
  vault = ['--vault', join(folder, 'A.cvault')];
  await askCli(['vault', 'create', ...vault, '--officer', 'Sari']);
  const files = { meeting: meetingFields, operation: operationFields, commitment: commitmentFields };
  for (const [name, fields] of Object.entries(files))
    await writeFile(join(folder, `${name}.json`), JSON.stringify(fields));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const added = async (kind: string): Promise<Record<string, unknown>> =>
  await askCli([kind, 'add', ...vault, '--file', join(folder, `${kind}.json`)]);
const refusal = async (words: readonly string[]): Promise<unknown> => {
  const { code, stdout } = await runCli([...words, ...vault, '--json']);
  return [code, JSON.parse(stdout)];
};
const failure = (code: string): unknown => [1, { error: expect.objectContaining({ code }) as unknown }];
const wordsIn = async (path: string): Promise<string> =>
  (await readPdf(new Uint8Array(await readFile(path)), 'text')).pages.map(textOf).join(' ');

it('a meeting is added, followed up, approved and printed', async () => {
  const id = String((await added('meeting'))['id']);
  expect(await listCli(['meeting', 'list', ...vault])).toMatchObject([{ id, open: 1, overdue: 1, approved: false }]);
  const action = ['meeting', 'action', '--id', id, '--action', '1'];
  expect(await refusal([...action, '--state', 'missed'])).toEqual(failure('outcome-required'));
  await askCli([...action, ...vault, '--state', 'done', '--on', '2026-03-05']);
  await askCli(['meeting', 'approve', ...vault, '--id', id]);
  expect(await refusal(['meeting', 'approve', '--id', id])).toEqual(failure('minutes-fixed'));
  expect(await askCli(['meeting', 'show', ...vault, '--id', id])).toMatchObject({
    meeting: { title: meetingFields.title, actions: [{ state: 'done', settledOn: '2026-03-05' }] },
  });
  const out = join(folder, 'minutes.pdf');
  await askCli(['meeting', 'minutes', ...vault, '--id', id, '--out', out, '--lang', 'en']);
  expect(await wordsIn(out)).toContain('Minutes of the meeting');
});

it('an operation is added, set and printed', async () => {
  const { id, tasks } = await added('operation');
  if (typeof id !== 'string' || !Array.isArray(tasks)) throw new Error('no operation');
  const set = ['operation', 'set', '--id', id];
  expect(await refusal([...set, '--state', 'ended'])).toEqual(failure('outcome-required'));
  await askCli([...set, ...vault, '--task', String(tasks[0]), '--task-state', 'done']);
  await askCli([...set, ...vault, '--state', 'ended', '--outcome', 'Jalur tertutup']);
  expect(await listCli(['operation', 'list', ...vault])).toMatchObject([{ id, state: 'ended', open: 0 }]);
  expect((await runCli([...set, ...vault])).code).toBe(2);
  expect(await askCli(['operation', 'show', ...vault, '--id', id])).toMatchObject({
    operation: { outcome: 'Jalur tertutup', phases: [{ tasks: [{ state: 'done' }] }, {}] },
  });
  const out = join(folder, 'plan.pdf');
  await askCli(['operation', 'plan', ...vault, '--id', id, '--out', out]);
  expect(await wordsIn(out)).toContain('Rencana operasi');
});

it('a commitment is added, kept on one day, and reported', async () => {
  const id = String((await added('commitment'))['id']);
  const set = ['commitment', 'set', '--id', id, '--due', '2026-01-05', '--state', 'kept'];
  expect(await refusal(set)).toEqual(failure('evidence-required'));
  await askCli([...set, ...vault, '--evidence', 'Surat 12']);
  expect(await listCli(['commitment', 'list', ...vault, '--figures'])).toEqual([
    { agency: 'Polres Contoh', kept: 1, missed: 0, open: 0, overdue: 2 },
  ]);
  expect(await listCli(['commitment', 'list', ...vault])).toMatchObject([{ next: '2026-02-05', overdue: true }]);
  const out = join(folder, 'report.pdf');
  await askCli(['commitment', 'report', ...vault, '--out', out]);
  expect(await wordsIn(out)).toContain('Laporan komitmen antarinstansi');
});

it('a file with a fault is refused with its place', async () => {
  const path = join(folder, 'bad.json');
  await writeFile(path, JSON.stringify({ ...commitmentFields, owedTo: commitmentFields.owedBy }));
  expect(await refusal(['commitment', 'add', '--file', path])).toEqual(failure('invalid-input'));
});
