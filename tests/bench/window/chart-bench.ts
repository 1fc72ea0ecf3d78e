import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { newCase, openDesk } from '../../e2e/flows/desk.ts';
import { stubOpenDialog } from '../../e2e/harness.ts';
import { callBridge } from '../../e2e/security/probe.ts';
import { inventNetwork } from '../invented-network.ts';
import { describeMachine } from '../machine.ts';
import { align, inMilliseconds } from '../table.ts';
import { type Felt, felt, watchMain, watchPage } from './watch.ts';

const out = process.env['SINERGI_BENCH_OUT'] ?? 'out';
const sizes = (process.env['SINERGI_BENCH_PEOPLE'] ?? '500,2000,10000').split(',').map(Number);

interface Stage extends Felt {
  readonly people: number;
  readonly work: string;
  readonly milliseconds: number;
}

async function caseId(page: Page, title: string): Promise<string> {
  const found: unknown = await page.evaluate(
    `window.sinergi.call('cases.search', { text: ${JSON.stringify(title)}, limit: 1 }).then(({ value }) => value.rows[0].id)`,
  );
  return String(found);
}

/** Drags the chart about with the mouse, as one does who looks for somebody. */
async function pan(page: Page): Promise<void> {
  const box = await page.locator('canvas').first().boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step < 120; step += 1) {
    await page.mouse.move(x + 200 * Math.sin(step / 9), y + 120 * (1 - Math.cos(step / 13)));
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
}

async function zoom(page: Page): Promise<void> {
  const box = await page.locator('canvas').first().boundingBox();
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  for (let turn = 0; turn < 30; turn += 1) {
    await page.mouse.wheel(0, turn < 15 ? -120 : 120);
    await page.waitForTimeout(60);
  }
}

test('charts of several sizes, and what the officer felt of them', async () => {
  await mkdir(out, { recursive: true });
  const folder = await mkdtemp(join(out, 'bench-chart-'));
  const desk = await openDesk();
  const { app, page } = desk;
  const stages: Stage[] = [];
  try {
    await watchMain(app);
    await watchPage(page);
    for (const people of sizes) {
      const { ties } = inventNetwork(people);
      const file = join(folder, `${people}.csv`);
      await writeFile(file, ['from,to', ...ties.map(({ from, to }) => `${from},${to}`)].join('\n'));
      const title = `Jaringan ${people} (rekaan)`;
      await newCase(page, title);
      const id = await caseId(page, title);
      await stubOpenDialog(app, [file]);
      const during = async (work: string, act: () => Promise<void>): Promise<void> => {
        await felt(app, page);
        const start = performance.now();
        await act();
        stages.push({ people, work, milliseconds: performance.now() - start, ...(await felt(app, page)) });
      };
      await during('taken into a case', async () => {
        const grade = { scheme: 'admiralty', source: 'C', information: '3' };
        const input = { caseId: id, grade, source: 'Daftar rekaan', kind: 'Mengenal' };
        expect(await callBridge(page, 'networks.import', input)).toMatchObject({ ok: true });
      });
      await during('chart opened', async () => {
        await page.getByRole('tab', { name: 'Bagan' }).click();
        await expect(page.locator('canvas').first()).toBeVisible();
        await page.waitForTimeout(300);
        await expect(page.getByText(/^(Menempatkan|Menggambar)/)).toHaveCount(0);
        await page.waitForTimeout(200);
        await expect(page.getByText(/^(Menempatkan|Menggambar)/)).toHaveCount(0);
        await page.waitForTimeout(500);
      });
      await page.screenshot({ path: join(out, `chart-${people}.png`) });
      await during('moved', () => pan(page));
      await during('zoomed in and out', () => zoom(page));
      await during('somebody clicked', async () => {
        await page.getByRole('button', { name: /^Muat semua/ }).click();
        const box = await page.locator('canvas').first().boundingBox();
        await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
        await page.waitForTimeout(500);
      });
    }
    const machine = await describeMachine(folder);
    const figures = { date: new Date().toISOString(), machine, stages };
    await writeFile(join(out, 'bench-chart.json'), `${JSON.stringify(figures, null, 2)}\n`);
    const rows = stages.map(({ people, work, milliseconds, page: frames, main }) => [
      `${people.toLocaleString('en')}, ${work}`,
      inMilliseconds(milliseconds),
      inMilliseconds(frames.longest),
      String(frames.late),
      String(frames.frames),
      (frames.frames / (milliseconds / 1000)).toFixed(0),
      inMilliseconds(main.longest),
    ]);
    const heads = [
      'people',
      'time',
      'longest frame',
      'frames over 50 ms',
      'of',
      'frames a second',
      'longest block of the main process',
    ];
    process.stdout.write(`${align([heads, ...rows]).join('\n')}\n`);
  } finally {
    await desk.end();
    await rm(folder, { recursive: true, force: true });
  }
});
