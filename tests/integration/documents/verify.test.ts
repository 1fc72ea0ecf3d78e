import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDocuments, type Documents } from '../../../electron/services/documents/documents.ts';
import { readSeal } from '../../../electron/services/documents/pdf-seal.ts';
import { inlinePrinter } from '../../../electron/services/documents/printer.ts';
import { caseFields, type Office, openOffice } from '../access/support.ts';
import { dataHash } from '../../../electron/services/documents/canonical-json.ts';
import { caseCsv } from '../../../shared/analysis/case-tables.ts';
import { caseDocumentSchema } from '../../../shared/domain/case-document.ts';
import { caseContent, fontsFolder } from '../../fixtures/documents/case-content.ts';

let office: Office;
let other: Office;
let folder: string;
let caseId: string;
let number: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sinergi-verify-'));
  [office, other] = [
    await openOffice('Pendiri', { Sari: ['officer'], Tono: ['officer'] }),
    await openOffice('Lain', { Umi: ['officer'] }),
  ];
  await office.enter('Sari');
  await other.enter('Umi');
  const made = await office.services.cases.create({ ...caseFields('Dapur'), marking: 'biasa' });
  caseId = made.id;
  number = office.services.cases.get(caseId).file.number;
});
afterAll(async () => {
  await office.end();
  await other.end();
  rmSync(folder, { recursive: true });
});

const documents = ({ services }: Office): Documents =>
  createDocuments({
    vault: (verb) => services.session.vault(verb),
    emit: () => undefined,
    workers: { path: () => '' },
    printer: inlinePrinter,
    fontsFolder,
  });
const request = (name: string) => ({
  caseId,
  language: 'id' as const,
  recipient: 'Satresnarkoba',
  copyNumber: 3,
  path: join(folder, name),
});
const has = (tool: string): boolean => {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

describe('a case file that left the vault', () => {
  test('is known again: who, when, which copy for whom, and whether the case still says the same', async () => {
    const { path, sha256 } = await documents(office).exportCase({ ...request('a.pdf'), sections: ['case', 'about'] });
    const told = {
      valid: true,
      fault: null,
      signedBy: 'Sari',
      case: number,
      copyNumber: 3,
      recipient: 'Satresnarkoba',
      sha256,
    };
    expect(await documents(office).verifyCase(path)).toMatchObject({ ...told, dataMatches: true });
    const { file } = office.services.cases.get(caseId);
    await office.services.cases.change(caseId, file.version, {
      ...caseFields('Dapur'),
      marking: 'biasa',
      notes: 'Baru',
    });
    expect(await documents(office).verifyCase(path)).toMatchObject({ ...told, dataMatches: false });
  });

  test('any changed byte is noticed, wherever it is', async () => {
    const { path } = await documents(office).exportCase(request('b.pdf'));
    const bytes = readFileSync(path);
    const vault = office.services.session.vault('cases.read');
    expect(readSeal(bytes, vault)).toEqual({ sealedBy: office.idOf('Sari') });
    const seal = bytes.lastIndexOf('%Sinergi-Seal');
    const anywhere = fc.oneof(fc.nat(bytes.length - 1), fc.integer({ min: seal - 20, max: bytes.length - 1 }));
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = new Uint8Array(bytes);
        changed[at] = (bytes[at] ?? 0) ^ flip;
        expect(readSeal(changed, vault)).toHaveProperty('fault');
      }),
      { numRuns: 150 },
    );
    expect(readSeal(bytes.subarray(0, -1), vault)).toEqual({ fault: 'changed' });
  });

  test('one of another vault, or of no vault, is told', async () => {
    const { path } = await documents(office).exportCase(request('c.pdf'));
    expect(await documents(other).verifyCase(path)).toMatchObject({ valid: false, fault: 'foreign', signedBy: null });
    const plain = join(folder, 'd.pdf');
    writeFileSync(plain, '%PDF-1.7\n%%EOF\n');
    expect(await documents(office).verifyCase(plain)).toMatchObject({ valid: false, fault: 'no-seal' });
    await expect(documents(office).verifyCase(join(folder, 'none.pdf'))).rejects.toMatchObject({
      code: 'file-not-found',
    });
  });

  test('of a case that is not theirs, others learn no more than whose seal it is', async () => {
    const { path } = await documents(office).exportCase(request('e.pdf'));
    await office.enter('Tono');
    const verdict = await documents(office).verifyCase(path);
    await office.enter('Sari');
    expect(verdict).toMatchObject({
      valid: true,
      signedBy: 'Sari',
      case: null,
      recipient: null,
      at: null,
      dataMatches: null,
    });
  });
});

describe('the data of a case', () => {
  test('as JSON has the hash it says, and is noted; as CSV it is one table', async () => {
    const json = join(folder, 'data.json');
    const { dataSha256 } = await documents(office).exportData({ caseId, path: json, table: null, sanitise: 'P' });
    const content = caseDocumentSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
    expect(dataHash(content)).toBe(dataSha256);
    expect(content).toMatchObject({ sanitised: 'P', case: { number, openedBy: '' } });
    const { entries } = await office.services.session.vault('cases.read').auditLog();
    expect(entries.at(-1)).toMatchObject({ action: 'case.export-data', entityId: caseId });
    const whole = caseContent({ subjects: 3, links: 2, visits: 4 });
    const [head = '', ...rows] = caseCsv(whole, 'links').trimEnd().split('\r\n');
    expect(head).toContain('"fromName","to","toName","kind"');
    expect(rows).toHaveLength(2);
    expect(caseCsv(whole, 'subjects')).toContain(`"'+62812`);
  });
});

describe('a case file with a password', () => {
  const password = 'sandi untuk salinan ini';

  test('opens with it alone, tells nothing without it, and is verified all the same', async () => {
    const { path } = await documents(office).exportCase({ ...request('f.pdf'), password });
    const bytes = readFileSync(path);
    const open = (given?: string) =>
      getDocument({ data: new Uint8Array(bytes), verbosity: 0, ...(given === undefined ? {} : { password: given }) })
        .promise;
    await expect(open()).rejects.toThrow(/password/i);
    await expect(open('bukan sandi yang benar')).rejects.toThrow(/password/i);
    const read = await open(password);
    const { items } = await (await read.getPage(1)).getTextContent();
    expect(items.map((item) => ('str' in item ? item.str : '')).join(' ')).toContain('Satresnarkoba');
    expect(JSON.stringify(await (await read.getPage(1)).getStructTree())).toContain('"P"');
    await read.destroy();
    const raw = bytes.toString('latin1').replaceAll('\u0000', '');
    for (const word of ['Satresnarkoba', 'Dapur', number, 'Sari', password]) expect(raw).not.toContain(word);
    expect(await documents(office).verifyCase(path)).toMatchObject({ valid: true, recipient: 'Satresnarkoba' });
    const { entries } = await office.services.session.vault('cases.read').auditLog();
    expect(JSON.stringify(entries)).not.toContain(password);
  });

  test.skipIf(!has('qpdf'))('qpdf finds nothing wrong, with and without one, and names AES-256', async () => {
    const { path } = await documents(office).exportCase({ ...request('g.pdf'), password });
    const said = execFileSync('qpdf', ['--check', `--password=${password}`, path], { encoding: 'utf8' });
    expect(said).toContain('AESv3');
    const plain = await documents(office).exportCase(request('h.pdf'));
    expect(execFileSync('qpdf', ['--check', plain.path], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    );
  });
});
