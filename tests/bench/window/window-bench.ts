import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { openDesk, passphrase, press } from '../../e2e/flows/desk.ts';
import { importRegister } from '../../e2e/flows/importing/wizard.ts';
import { lockByButton, passphraseField, tryPassphrase, workspace } from '../../e2e/flows/gate/gate.ts';
import { callBridge } from '../../e2e/security/probe.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { writeLines } from '../../fixtures/registers/synthetic-registers.ts';
import { describeMachine } from '../machine.ts';
import { inventWorld, worldOf } from '../scale/world.ts';
import { align, inMilliseconds } from '../table.ts';
import { type Felt, felt, memoryOf, watchMain, watchPage } from './watch.ts';

const visits = Number(process.env['SINERGI_BENCH_VISITS'] ?? '1000000');
const out = process.env['SINERGI_BENCH_OUT'] ?? 'out';

interface Stage extends Felt {
  readonly work: string;
  readonly milliseconds: number;
  readonly megabytes: number;
}

const area = async (page: Page, name: RegExp): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name }).focus();
  await page.keyboard.press('Enter');
};

/** Milliseconds between two keys of a good typist. */
const stroke = 120;

const settingsSchema = z.object({ value: z.looseObject({ version: z.int() }) });

/** Long works are measured here one after the other, without an officer who touches anything. */
async function neverIdle(page: Page): Promise<void> {
  const { value } = settingsSchema.parse(await callBridge(page, 'vault.settings', {}));
  const { version, ...fields } = value;
  const settings = Object.fromEntries(Object.keys(defaultSettings).map((key) => [key, fields[key]]));
  const input = { version, fields: { ...settings, idleLockSeconds: 3600 } };
  expect(await callBridge(page, 'vault.saveSettings', input)).toMatchObject({ ok: true });
}

async function allSearched(page: Page): Promise<void> {
  await expect(async () => {
    expect(await callBridge(page, 'alerts.summary', {})).toMatchObject({ value: { unsearched: 0 } });
  }).toPass({ intervals: [1000], timeout: 1_800_000 });
}

async function report(folder: string, stages: readonly Stage[]): Promise<void> {
  const machine = await describeMachine(folder);
  const figures = { date: new Date().toISOString(), machine, visits, stages };
  await writeFile(join(out, 'bench-window.json'), `${JSON.stringify(figures, null, 2)}\n`);
  const heads = [
    'time',
    'longest frame',
    'frames over 50 ms',
    'of',
    'longest block of the main process',
    'memory, all',
  ];
  const rows = stages.map(({ work, milliseconds, page, main, megabytes }) => [
    work,
    inMilliseconds(milliseconds),
    inMilliseconds(page.longest),
    String(page.late),
    String(page.frames),
    inMilliseconds(main.longest),
    `${megabytes} MB`,
  ]);
  process.stdout.write(`${align([[`${visits.toLocaleString('en')} visits`, ...heads], ...rows]).join('\n')}\n`);
}

test('a day in a large prison, and what the officer felt of it', async () => {
  await mkdir(out, { recursive: true });
  const folder = await mkdtemp(join(out, 'bench-window-'));
  const world = inventWorld(worldOf(visits));
  const file = (name: string): string => join(folder, name);
  await writeLines(file('inmates.csv'), world.inmates());
  await writeLines(file('visits.csv'), world.visits());
  await writeLines(file('calls.csv'), world.calls());
  const names = world.truth.queries.slice(0, 20).map(({ text }) => text);
  const desk = await openDesk();
  const { app } = desk;
  let { page } = desk;
  const stages: Stage[] = [];
  const during = async (work: string, act: () => Promise<void>): Promise<void> => {
    await felt(app, page);
    const start = performance.now();
    await act();
    const milliseconds = performance.now() - start;
    stages.push({ work, milliseconds, ...(await felt(app, page)), megabytes: await memoryOf(app) });
  };
  try {
    await neverIdle(page);
    await watchMain(app);
    await watchPage(page);
    await during('nothing, for five seconds', () => page.waitForTimeout(5000));
    for (const register of ['inmates', 'visits', 'calls'])
      await during(`import ${register}`, async () => {
        await importRegister({ ...desk, page }, file(`${register}.csv`));
      });
    await during('patterns looked for by itself', () => allSearched(page));

    page = await lockByButton({ ...desk, page });
    await expect(passphraseField(page)).toBeVisible();
    await watchPage(page);
    await during('unlock', async () => {
      await tryPassphrase(page, passphrase);
      await expect(workspace(page)).toBeVisible();
    });
    await during('first list of people', async () => {
      await area(page, /^Orang/);
      await expect(page.getByRole('grid').getByRole('row').nth(5)).toBeVisible();
    });
    await during('twenty names typed', async () => {
      const box = page.getByRole('textbox', { name: 'Cari orang' });
      for (const name of names) {
        await box.fill('');
        await box.pressSequentially(name, { delay: stroke });
      }
    });
    await during('the list scrolled for five seconds', async () => {
      await page.getByRole('textbox', { name: 'Cari orang' }).fill('');
      await page.getByRole('grid').hover();
      for (let turn = 0; turn < 100; turn += 1) {
        await page.mouse.wheel(0, 400);
        await page.waitForTimeout(50);
      }
    });
    await during('a person and the pattern of life', async () => {
      await page.getByRole('textbox', { name: 'Cari orang' }).fill(names[0] ?? '');
      // The list may still be filling when Enter comes.
      await expect(async () => {
        await page.getByRole('grid').press('Enter', { timeout: 2000 });
        await expect(page.getByRole('tab', { name: 'Pola waktu' })).toBeVisible({ timeout: 2000 });
      }).toPass();
      await page.getByRole('tab', { name: 'Pola waktu' }).click();
      await expect(page.getByRole('region', { name: 'Sepanjang waktu' })).toBeVisible();
    });
    await during('patterns looked for on request', async () => {
      await area(page, /^Peringatan/);
      await page.getByRole('tab', { name: 'Pola', exact: true }).click();
      await press(page, 'Cari pola');
      await expect(page.getByRole('status').filter({ hasText: /dari \d+/ })).toBeVisible();
    });
    const medium = file('medium');
    await mkdir(medium);
    await during('verify', async () => {
      expect(await callBridge(page, 'backups.verifyVault', {})).toMatchObject({ ok: true });
    });
    await during('backup', async () => {
      const remembered = await callBridge(page, 'backups.remember', { label: 'Flashdisk', folder: medium });
      expect(remembered).toMatchObject({ ok: true });
      const { value } = z.object({ value: z.object({ id: z.string() }) }).parse(remembered);
      expect(await callBridge(page, 'backups.run', { mediumId: value.id })).toMatchObject({ ok: true });
    });
    await report(folder, stages);
  } finally {
    await desk.end();
    await rm(folder, { recursive: true, force: true });
  }
});
