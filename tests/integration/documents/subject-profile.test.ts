import { describe, expect, it } from 'vitest';
import { gatherCase } from '../../../electron/services/documents/case-document.ts';
import { subjectProfile } from '../../../electron/services/documents/subject-profile.ts';
import { writeCaseFile } from '../../../electron/services/documents/case-file-pdf/write-case-file.ts';
import { caseDocumentSchema } from '../../../shared/domain/case-document.ts';
import { caseContent, exportLineFor, readFonts } from '../../fixtures/documents/case-content.ts';
import { caseId, smallVault } from '../../fixtures/documents/small-vault.ts';
import { readPdf, textOf } from './read-pdf.ts';

const whole = caseContent({ subjects: 40, links: 30, visits: 200 });

describe('a profile of one subject', () => {
  const [someone] = whole.links;
  const personId = someone?.from ?? '';
  const profile = subjectProfile(whole, personId, new Set());

  it('holds them, whom they are linked to or visit, and nothing about others', () => {
    expect(caseDocumentSchema.parse(profile).profileOf).toBe(personId);
    expect(profile.links.length).toBeGreaterThan(0);
    expect(profile.links.every(({ from, to }) => from === personId || to === personId)).toBe(true);
    expect(profile.visits.every((visit) => visit.visitorId === personId || visit.inmateId === personId)).toBe(true);
    const shown = new Set(profile.subjects.map((subject) => subject.personId));
    for (const { from, to } of profile.links) expect(shown.has(from) && shown.has(to)).toBe(true);
    expect(shown.size).toBeLessThan(whole.subjects.length);
    expect(profile).not.toHaveProperty('decisions');
    expect(profile).not.toHaveProperty('hypotheses');
  });

  it('of somebody who is not in the case is refused', () => {
    expect(() => gatherCase(smallVault(), caseId, { subjectId: caseId })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });

  it.each(['id', 'en'] as const)('is named after its subject on the first page (%s)', async (language) => {
    const line = exportLineFor(profile, language);
    const { bytes } = await writeCaseFile(profile, line, readFonts(), () => undefined);
    const [cover] = (await readPdf(bytes)).pages;
    const first = cover === undefined ? '' : textOf(cover);
    const name = profile.subjects.find((subject) => subject.personId === personId)?.name ?? '';
    expect(first).toContain(name);
    expect(first).toContain(language === 'id' ? 'PROFIL SUBJEK' : 'SUBJECT PROFILE');
  });
});
