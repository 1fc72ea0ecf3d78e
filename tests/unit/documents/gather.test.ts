import { describe, expect, test } from 'vitest';
import { gatherCase } from '../../../electron/services/documents/case-document.ts';
import { caseDocumentSchema } from '../../../shared/domain/case-document.ts';
import type { Report } from '../../../shared/domain/report.ts';
import { idOf } from '../../fixtures/documents/case-content.ts';
import { reportAt } from '../../fixtures/documents/guarded-case.ts';
import { caseId, removedCaseId, smallVault } from '../../fixtures/documents/small-vault.ts';

describe('a case file gathers what the vault holds about the case', () => {
  const vault = smallVault();
  const content = gatherCase(vault, caseId);

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
    for (const id of [removedCaseId, idOf(999)]) {
      expect(() => gatherCase(vault, id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    }
  });

  test('the log has evaluated reports of this case, oldest first, and none that is marked higher or was recalled', () => {
    const report = (number: number, state: Report['state'], other: Partial<Report> = {}): Report =>
      reportAt(number, { state, ...other });
    const reports = [
      report(1, 'evaluated'),
      report(2, 'disseminated', { informationFrom: '2026-01-05' }),
      report(3, 'submitted'),
      report(4, 'draft'),
      report(5, 'recalled'),
      report(6, 'evaluated', { marking: 'rahasia' }),
      report(7, 'evaluated', { caseIds: [idOf(51)] }),
    ];
    const document = { ...vault.document, reports: Object.fromEntries(reports.map((each) => [each.id, each])) };
    expect(gatherCase({ ...vault, document }, caseId).reports?.map(({ number }) => number)).toEqual([
      'LI/0002/III/2026',
      'LI/0001/III/2026',
    ]);
  });
});
