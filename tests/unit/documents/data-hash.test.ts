import { describe, expect, test } from 'vitest';
import { canonicalJson, dataHash } from '../../../electron/services/documents/canonical-json.ts';
import { caseDocumentSchema } from '../../../shared/domain/case-document.ts';
import { caseContent } from '../../fixtures/documents/case-content.ts';

const content = caseContent({ subjects: 6, links: 8, visits: 20 });

describe('the SHA-256 of the data', () => {
  test('canonical JSON has one spelling: sorted keys, no white space, nothing absent', () => {
    expect(canonicalJson({ b: [1, 'é', null], a: { d: true, c: undefined } })).toBe(
      '{"a":{"d":true},"b":[1,"é",null]}',
    );
  });

  test('the canonical JSON of a case file can be read again as what it was', () => {
    expect(caseDocumentSchema.parse(JSON.parse(canonicalJson(content)))).toEqual(content);
  });

  test('the same data gives the same value, however its fields are ordered', () => {
    const turned = Object.fromEntries(Object.entries(content).toReversed());
    expect(dataHash(turned)).toBe(dataHash(caseContent({ subjects: 6, links: 8, visits: 20 })));
  });

  test('one changed field changes it', () => {
    const [first, ...others] = content.subjects;
    const changes = [
      { ...content, case: { ...content.case, title: `${content.case.title}.` } },
      { ...content, subjects: [{ ...first, note: 'x' }, ...others] },
      { ...content, visits: content.visits.slice(1) },
      { ...content, agency: 'Rutan Rekaan' },
    ];
    const values = new Set([content, ...changes].map(dataHash));
    expect(values.size).toBe(changes.length + 1);
  });
});
