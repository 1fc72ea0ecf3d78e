import { describe, expect, test } from 'vitest';
import { type DocumentSource, gatherCase } from '../../../electron/services/documents/case-document.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { caseDocumentSchema } from '../../../shared/domain/case-document.ts';
import type { Link } from '../../../shared/domain/link.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { Visit } from '../../../shared/domain/visit.ts';
import { idOf } from '../../fixtures/documents/case-content.ts';

const officer = idOf(900);
const meta = {
  version: 1,
  createdAt: '2026-03-02T02:00:00.000Z',
  createdBy: officer,
  changedAt: '2026-03-02T02:00:00.000Z',
  changedBy: officer,
};
const person = (number: number, name: string, kind: 'inmate' | 'visitor' | 'lawyer'): Person => ({
  ...meta,
  id: idOf(number),
  name,
  aliases: [],
  nationalIds: [],
  phones: [],
  addresses: [],
  roles: kind === 'inmate' ? [{ kind, registrationNumber: 'B.I 12/2025', cell: 'F.2.16' }] : [{ kind }],
  notes: '',
  provenance: { kind: 'officer' },
  retention: 'case',
});
const member = (number: number, part: 'inmate' | 'visitor') => ({
  personId: idOf(number),
  part,
  note: '',
  addedAt: meta.createdAt,
  addedBy: officer,
});
const link = (number: number, from: number, to: number): Link => ({
  ...meta,
  id: idOf(number),
  caseId: idOf(50),
  from: idOf(from),
  to: idOf(to),
  kind: 'visits',
  directed: true,
  status: 'confirmed',
  grade: { scheme: 'admiralty', source: 'B', information: '2' },
  sources: ['Buku kunjungan'],
  note: '',
});
const visit = (row: number, date: string, visitor: number, inmate: number): Visit => ({
  id: `${idOf(70)}:${row}`,
  importId: idOf(70),
  sourceRow: row,
  date,
  time: null,
  queueNumber: '',
  visitorId: idOf(visitor),
  inmateId: idOf(inmate),
  relation: 'Istri',
  asWritten: {
    visitorName: '',
    nationalId: '',
    phone: '',
    address: '',
    inmateName: '',
    registrationNumber: '',
    cell: '',
  },
});

const file: Case = {
  ...meta,
  id: idOf(50),
  number: 'BK/0001/III/2026',
  title: 'Uji',
  marking: 'terbatas',
  purpose: 'Uji',
  legalBasis: 'Uji',
  notes: '',
  reviewOn: '2026-06-01',
  status: 'open',
  members: [member(3, 'visitor'), member(2, 'inmate'), member(1, 'inmate')],
};
const visits = [
  visit(9, '2026-02-01', 3, 1),
  visit(2, '2026-01-05', 3, 2),
  // To somebody outside the case.
  visit(4, '2026-01-09', 3, 8),
];
const vault: DocumentSource = {
  officerName: () => 'Ratna Kusumawardani',
  document: {
    people: Object.fromEntries(
      [
        person(1, 'Bagaskara', 'inmate'),
        person(2, 'arjuna', 'inmate'),
        person(3, 'Citra', 'visitor'),
        person(8, 'Damar', 'inmate'),
      ].map((record) => [record.id, record]),
    ),
    cases: { [file.id]: file, [idOf(51)]: { ...file, id: idOf(51), removed: { at: meta.createdAt, by: officer } } },
    links: {
      [idOf(60)]: link(60, 3, 1),
      [idOf(61)]: { ...link(61, 3, 2), removed: { at: meta.createdAt, by: officer } },
      [idOf(62)]: { ...link(62, 3, 2), caseId: idOf(51) },
    },
    charts: {
      [idOf(65)]: {
        ...meta,
        id: idOf(65),
        caseId: file.id,
        positions: { [idOf(1)]: { x: 10, y: 20, pinned: true }, [idOf(8)]: { x: 0, y: 0, pinned: true } },
      },
    },
    visitCorrections: {},
    imports: {},
    mappings: {},
    settings: {},
  },
  visits: {
    length: visits.length,
    at: (position) => visits[position] ?? visit(1, '2026-01-01', 0, 0),
    ofVisitor: (id) => visits.flatMap((one, position) => (one.visitorId === id ? [position] : [])),
    ofInmate: (id) => visits.flatMap((one, position) => (one.inmateId === id ? [position] : [])),
    all: () => visits,
    batches: () => [],
  },
};

describe('a case file gathers what the vault holds about the case', () => {
  const content = gatherCase(vault, file.id);

  test('it is what its schema says', () => {
    expect(caseDocumentSchema.parse(content)).toEqual(content);
  });

  test('subjects stand by part, then by name, with what identifies them', () => {
    expect(content.subjects.map((subject) => subject.name)).toEqual(['arjuna', 'Bagaskara', 'Citra']);
    expect(content.subjects[0]).toMatchObject({ registrationNumber: 'B.I 12/2025', cell: 'F.2.16', roles: ['inmate'] });
  });

  test('links that were removed or belong to another case are not in it', () => {
    expect(content.links.map((one) => one.id)).toEqual([idOf(60)]);
  });

  test('visits between members are in it, oldest first; visits to others are not', () => {
    expect(content.visits.map((one) => one.date)).toEqual(['2026-01-05', '2026-02-01']);
    expect(content.visits.map((one) => one.register)).toEqual([-1, -1]);
  });

  test('saved places of members are kept for the chart', () => {
    expect(content.positions).toEqual({ [idOf(1)]: { x: 10, y: 20 } });
  });

  test('a removed or unknown case is not found', () => {
    for (const id of [idOf(51), idOf(999)]) {
      expect(() => gatherCase(vault, id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    }
  });
});
