import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocuments } from '../../../electron/services/documents/documents.ts';
import { inlinePrinter } from '../../../electron/services/documents/printer.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import { type Office, openOffice } from '../access/support.ts';
import { readPdf, textOf } from '../documents/read-pdf.ts';
import { fontsFolder } from '../../fixtures/documents/case-content.ts';
import { commitmentFields, meetingFields, operationFields } from '../../fixtures/coordination.ts';

let office: Office;
let folder: string;
const ids = { meeting: '', operation: '' };
const documents = () =>
  createDocuments({
    vault: office.services.session.vault,
    workers: { path: () => '' },
    emit: () => undefined,
    printer: inlinePrinter,
    fontsFolder,
    approvals: office.services.approvals,
  });

beforeAll(async () => {
  office = await openOffice('Pendiri', { Sari: ['officer'], Umi: ['supervisor'] });
  folder = dirname(office.folder);
  await office.enter('Sari');
  const { meetings, operations, commitments } = office.services.coordination;
  const meeting = await meetings.create(meetingFields);
  ids.meeting = meeting.id;
  await meetings.approve({ id: meeting.id, version: 1 });
  await meetings.correct({ id: meeting.id, version: 2, text: 'Rapat dimulai pukul 10' });
  const followUp = { state: 'missed', outcome: 'Belum dikirim', settledOn: '2026-03-10' } as const;
  await meetings.followUp({ id: meeting.id, version: 3, actionId: meeting.actions[0]?.id ?? '', followUp });
  ids.operation = (await operations.create(operationFields)).id;
  const { id } = await commitments.create(commitmentFields);
  const settlement = { state: 'kept', evidence: 'Surat 12' } as const;
  await commitments.settle({ id, version: 1, dueOn: '2026-01-05', settlement });
});
afterAll(() => office.end());

async function printed(kind: 'minutes' | 'plan' | 'commitments', language: 'id' | 'en'): Promise<string> {
  const path = join(folder, `${kind}-${language}.pdf`);
  const copy = { language, recipient: 'Kapolres Contoh', copyNumber: 2, path };
  const { pages } =
    kind === 'minutes'
      ? await documents().meetingMinutes({ id: ids.meeting, ...copy })
      : kind === 'plan'
        ? await documents().operationPlan({ id: ids.operation, ...copy })
        : await documents().commitmentsReport({ language, path });
  const bytes = new Uint8Array(await readFile(path));
  const keep = process.env['SINERGI_KEEP_PDF'];
  if (keep !== undefined) await writeFile(join(keep, `${kind}-${language}.pdf`), bytes);
  const pdf = await readPdf(bytes, 'text');
  expect(pdf.pages).toHaveLength(pages);
  return pdf.pages.map(textOf).join(' ').toUpperCase();
}
/** What of it is not on paper. */
const missing = (text: string, parts: readonly string[]): string[] =>
  parts.filter((part) => !text.includes(part.toUpperCase()));

describe.each(['id', 'en'] as const)('on paper in %s', (language) => {
  const say = (id: string, en: string): string => (language === 'id' ? id : en);

  it('minutes carry agenda, attendance, decisions, actions, corrections and lines to sign', async () => {
    const paper = await printed('minutes', language);
    expect(
      missing(paper, [
        say('Notulen rapat', 'Minutes of the meeting'),
        say('TERBATAS', 'RESTRICTED'),
        say('2 Maret 2026, 09.00 WIB', '2 March 2026, 09:00 WIB'),
        'Aula Lapas Rekaan',
        'C A2 S1',
        'Jalur lempar di tembok timur',
        'AKP',
        'Tiga temuan dalam sebulan',
        'Patroli luar tembok ditambah',
        say('9 Maret 2026', '9 March 2026'),
        say('Terlewat', 'Missed'),
        'Belum dikirim',
        say('oleh Sari', 'by Sari'),
        'Rapat dimulai pukul 10',
        say('Untuk Polres Contoh', 'For Polres Contoh'),
        say('Untuk Lapas Rekaan', 'For Lapas Rekaan'),
        'Kapolres Contoh',
      ]),
    ).toEqual([]);
  });

  it('a plan carries purpose, legal basis, phases with tasks, and contacts', async () => {
    const paper = await printed('plan', language);
    expect(
      missing(paper, [
        say('Rencana operasi', 'Operation plan'),
        'Operasi Pagar Timur',
        'Menutup jalur lempar',
        'Nota kesepahaman 2026',
        '1. Pengamatan',
        '2. Penindakan',
        say('3 Maret 2026 sampai 9 Maret 2026', '3 March 2026 to 9 March 2026'),
        'Amati tembok timur',
        say('Lewat tenggat', 'Overdue'),
        '0812-0000-0000',
        'Kanal 4',
        'Rencana bocor',
      ]),
    ).toEqual([]);
  });

  it('a report of commitments carries figures and every time it was due', async () => {
    const paper = await printed('commitments', language);
    expect(
      missing(paper, [
        say('Laporan komitmen antarinstansi', 'Commitments between agencies'),
        'Polres Contoh',
        say('kepada Lapas Rekaan', 'to Lapas Rekaan'),
        say('Ditepati', 'Kept'),
        'Surat 12',
        say('5 Februari 2026', '5 February 2026'),
        say('Lewat tenggat', 'Overdue'),
      ]),
    ).toEqual([]);
  });
});

it('what is marked secret takes a second officer, and the trail says what left', async () => {
  const { coordination, approvals, session } = office.services;
  const { id } = await coordination.meetings.create({ ...meetingFields, marking: 'rahasia' });
  const order = { id, language: 'id', recipient: '', copyNumber: 1, path: join(folder, 'rahasia.pdf') } as const;
  const refused: unknown = await documents()
    .meetingMinutes(order)
    .catch((cause: unknown) => cause);
  expect(refused).toMatchObject({ code: 'approval-required' });
  const { details } = toSinergiError(refused);
  expect(details).toMatchObject({ kind: 'release-coordination', collection: 'meetings', recordId: id });
  const act = { kind: 'release-coordination', collection: 'meetings', recordId: id, marking: 'biasa' } as const;
  const asked = await approvals.request(act, 'Untuk Kapolres');
  expect(asked).toMatchObject({ subject: meetingFields.title, act: { marking: 'rahasia' } });
  await office.enter('Umi');
  await office.services.approvals.decide(asked.id, 'approved', '');
  await office.enter('Sari');
  expect((await documents().meetingMinutes(order)).pages).toBeGreaterThan(0);
  // An approval is good for one copy.
  await expect(documents().meetingMinutes(order)).rejects.toMatchObject({ code: 'approval-required' });
  await office.enter('Umi');
  const { entries } = await session.vault('audit.read').auditLog();
  expect(JSON.stringify(entries)).toContain('meeting.print');
});
