import { expect, it } from 'vitest';
import { writeExchangeRegister } from '../../../electron/services/documents/exchange-register.ts';
import { newId } from '../../../electron/vault/ids.ts';
import type { RegisterRow } from '../../../shared/domain/exchange/rows.ts';
import { readFonts } from '../../fixtures/documents/case-content.ts';
import { readPdf, textOf } from '../documents/read-pdf.ts';

const at = '2026-03-02T03:00:00.000Z';
const counts = { person: 3, case: 1, link: 2, report: 0, file: 0, visits: 0, meeting: 0, operation: 0, commitment: 0 };
const row = (number: number, more: Partial<RegisterRow>): RegisterRow => ({
  direction: 'out',
  packageId: newId(number),
  kind: 'items',
  agency: 'Polres Contoh',
  officer: 'Sari',
  at,
  purpose: `Tindak lanjut ${number}`,
  handling: 'C A2 S1',
  expiresOn: null,
  counts,
  contentSha256: '0'.repeat(64),
  outcome: { accepted: 6, rejected: 0, held: 0 },
  receiptAt: at,
  feedback: [],
  unwritten: false,
  ...more,
});
const rows = [
  ...Array.from({ length: 60 }, (_, number) => row(number, {})),
  row(97, { feedback: [{ use: 'acted-upon', outcome: 'Dua orang ditangkap', at }] }),
  row(98, { unwritten: true, outcome: null, receiptAt: null }),
  row(99, { direction: 'in', kind: 'request', purpose: 'Siapa pengirim titipan', outcome: null, receiptAt: null }),
];
const statistics = {
  sent: 60,
  received: 1,
  receipts: 60,
  awaitingReceipt: 0,
  openRequests: 1,
  overdueRequests: 0,
  held: 0,
  agencies: [{ agency: 'Polres Contoh', sent: 60, received: 0, accepted: 360, rejected: 0 }],
};

it.each([
  [
    'id',
    [
      'Register pertukaran',
      '1 Maret 2026 sampai 31 Maret 2026',
      'Menunggu tanda terima',
      '6 diterima',
      'Tidak jadi',
      'Ditindaklanjuti: Dua orang ditangkap',
      'TERBATAS',
    ],
  ],
  [
    'en',
    [
      'Register of exchange',
      '1 March 2026 to 31 March 2026',
      'Waiting for a receipt',
      '6 accepted',
      'Not written',
      'Acted upon: Dua orang ditangkap',
      'RESTRICTED',
    ],
  ],
] as const)(
  'the register of exchange is printed in %s with its figures, on as many pages as it takes',
  async (language, texts) => {
    const content = { agency: 'Lapas Rekaan', from: '2026-03-01', until: '2026-03-31', rows, statistics };
    const line = { language, officer: 'Sari', at, copyNumber: 1, recipient: '', dataSha256: 'a'.repeat(64) };
    const { bytes, pages } = await writeExchangeRegister(content, line, readFonts());
    const pdf = await readPdf(bytes, 'text');
    const all = pdf.pages.map(textOf).join('\n');
    for (const text of [
      ...texts,
      'Polres Contoh',
      'Lapas Rekaan',
      'Tindak lanjut 59',
      'Siapa pengirim titipan',
      'C A2 S1',
      '360',
    ])
      expect(all.toUpperCase()).toContain(text.toUpperCase());
    expect(pages).toBeGreaterThan(2);
    expect(pdf.pages).toHaveLength(pages);
  },
);
