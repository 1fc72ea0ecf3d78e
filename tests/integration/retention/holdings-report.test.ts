import { describe, expect, it } from 'vitest';
import type { Holdings } from '../../../shared/contract/retention.ts';
import { writeHoldings } from '../../../electron/services/documents/holdings-report.ts';
import { newId } from '../../../electron/vault/ids.ts';
import { readFonts } from '../../fixtures/documents/case-content.ts';
import { readPdf, textOf } from '../documents/read-pdf.ts';

const at = '2026-03-02T09:00:00.000Z';
const meta = { version: 3, createdAt: at, createdBy: newId(1), changedAt: at, changedBy: newId(1) };
const holdings: Holdings = {
  person: {
    ...meta,
    id: newId(2),
    name: 'Citra Contoh',
    aliases: ['Mbak Citra'],
    nationalIds: ['3578010101900001'],
    phones: [],
    addresses: Array.from({ length: 60 }, (_, number) => `Jalan Rekaan ${number} `.repeat(8).trim()),
    roles: [{ kind: 'visitor' }],
    notes: '',
    provenance: { kind: 'officer' },
    retention: 'register',
  },
  enteredAt: at,
  enteredBy: 'Sari',
  versions: 3,
  joined: 1,
  visits: { count: 12, first: '2020-03-01', last: '2020-05-01' },
  events: [{ kind: 'goods', count: 4 }],
  imports: [{ importId: newId(3), fileName: 'kunjungan.csv', rows: 12 }],
  cases: [{ caseId: newId(4), number: 'BK/0001/III/2026', title: 'Titipan', part: 'visitor' }],
  links: [],
  bans: 0,
  readings: 7,
  recordClass: 'people-in-cases',
  last: '2020-05-01',
  due: true,
};
describe('the report of what is held', () => {
  it.each([
    ['id', ['Data yang disimpan tentang seseorang', 'Titipan barang', '1 Mei 2020', 'sudah lewat', 'TERBATAS']],
    ['en', ['What is held about a person', 'Deposited goods', '1 May 2020', 'has run out', 'RESTRICTED']],
  ] as const)('says in %s what the vault holds, marked, over as many pages as it takes', async (language, texts) => {
    const content = { language, agency: 'Lapas Rekaan', officer: 'Sari', at, holdings };
    const { bytes, pages } = await writeHoldings(content, readFonts());
    const pdf = await readPdf(bytes, 'text');
    const all = pdf.pages.map(textOf).join('\n');
    for (const text of [...texts, 'Citra Contoh', 'BK/0001/III/2026', 'kunjungan.csv', 'Jalan Rekaan 59'])
      expect(all.toUpperCase()).toContain(text.toUpperCase());
    expect(pages).toBeGreaterThan(1);
    expect(pdf.pages).toHaveLength(pages);
  });
});
