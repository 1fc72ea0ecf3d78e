import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SaxesParser } from 'saxes';
import { createDocuments } from '../../../electron/services/documents/documents.ts';
import { inlinePrinter } from '../../../electron/services/documents/printer.ts';
import type { AuditNote } from '../../../electron/vault/port.ts';
import { fontsFolder } from '../../fixtures/documents/case-content.ts';
import { caseId, smallVault } from '../../fixtures/documents/small-vault.ts';
import { readPdf, textOf } from './read-pdf.ts';

const rasterizerFile = resolve(import.meta.dirname, '../../../node_modules/@resvg/resvg-wasm/index_bg.wasm');

describe('the chart of a case goes out alone', () => {
  let folder: string;
  const notes: AuditNote[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sinergi-picture-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const documents = createDocuments({
    vault: () => smallVault(notes),
    emit: () => undefined,
    workers: { path: (name) => `${name}.worker.cjs` },
    printer: inlinePrinter,
    fontsFolder,
    rasterizerFile,
  });
  const request = { caseId, viewId: null, language: 'id' } as const;

  test('as SVG: well formed, text is text, and the marking stands on it twice', async () => {
    const saved = await documents.exportChart({ ...request, format: 'svg', path: join(folder, 'a.svg') });
    const svg = readFileSync(saved.path, 'utf8');
    const texts: string[] = [];
    const parser = new SaxesParser();
    parser.on('text', (text) => texts.push(text.trim()));
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(svg).close();
    expect(texts.filter((text) => text === 'TERBATAS')).toHaveLength(2);
    expect(texts).toEqual(expect.arrayContaining(['arjuna', 'Bagaskara', 'Citra']));
    expect(notes.at(-1)).toMatchObject({ action: 'case.export-chart', entityId: caseId });
    expect(JSON.parse(notes.at(-1)?.reason ?? '')).toMatchObject({ format: 'svg', sha256: saved.sha256 });
  });

  test('as PNG, the same for a file and for the clipboard', async () => {
    const saved = await documents.exportChart({ ...request, format: 'png', path: join(folder, 'a.png') });
    const png = readFileSync(saved.path);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
    const copied = await documents.copyChart(request);
    expect(Buffer.from(copied).subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(notes.at(-1)).toMatchObject({ action: 'case.copy-chart' });
  });

  test('as pages to print, framed like a case file', async () => {
    const saved = await documents.exportChart({ ...request, format: 'pdf', path: join(folder, 'a.pdf') });
    const pdf = await readPdf(readFileSync(saved.path));
    expect(pdf.pages).toHaveLength(saved.pages);
    const text = pdf.pages.map((page) => textOf(page)).join(' ');
    expect(text).toContain('TERBATAS');
    expect(text).toContain('Bagaskara');
  });
});
