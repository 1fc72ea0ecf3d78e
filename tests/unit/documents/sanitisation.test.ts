import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gatherCase } from '../../../electron/services/documents/case-document.ts';
import { lintFactsOf } from '../../../electron/services/documents/case-secrets.ts';
import { numberPattern, protectedWords } from '../../../electron/services/documents/protected-words.ts';
import { lintSources } from '../../../shared/analysis/source-lint.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import { actionCodes, sanitisationCodes } from '../../../shared/domain/handling.ts';
import { mayGoInto } from '../../../shared/domain/sanitisation.ts';
import { idOf } from '../../fixtures/documents/case-content.ts';
import { conditional, fact, guardedCase, reportAt } from '../../fixtures/documents/guarded-case.ts';
import { caseId, smallVault } from '../../fixtures/documents/small-vault.ts';

test('what carries conditions goes to partners alone, and never under A1 or S2', () => {
  const codes = actionCodes.flatMap((action) =>
    sanitisationCodes.map((sanitisation) => [action, sanitisation] as const),
  );
  const goes = (level: 'P' | 'C') =>
    codes.filter((code) => mayGoInto(level, conditional(...code))).map((code) => code.join(' '));
  expect(goes('P')).toEqual([]);
  expect(goes('C')).toEqual(['A2 S1', 'A3 S1']);
  for (const level of ['P', 'C'] as const)
    for (const open of [{ code: 'P' } as const, undefined]) expect(mayGoInto(level, open)).toBe(true);
});

describe('the handling code of a record decides about it, too', () => {
  const withHandling = (change: (vault: VaultPort) => Partial<VaultPort['document']>): VaultPort => {
    const vault = smallVault();
    return { ...vault, document: { ...vault.document, ...change(vault) } };
  };
  const handling = conditional('A2', 'S1');

  test('a person goes with links and visits, a link alone', () => {
    const { people } = smallVault().document;
    const visitor = people[idOf(3)];
    if (visitor === undefined) throw new Error('fixture');
    const vault = withHandling(() => ({ people: { ...people, [visitor.id]: { ...visitor, handling } } }));
    const partner = gatherCase(vault, caseId, { sanitise: 'C' });
    expect([partner.subjects.length, partner.links.length, partner.visits.length]).toEqual([3, 1, 2]);
    const open = gatherCase(vault, caseId, { sanitise: 'P' });
    expect([open.subjects.length, open.links.length, open.visits.length]).toEqual([2, 0, 0]);
    expect(open.disclosure).toEqual(expect.arrayContaining([{ kind: 'subject', reason: 'handling', count: 1 }]));
  });

  test('a case that may not be sanitised is refused as a whole', () => {
    const { cases } = smallVault().document;
    const file = cases[caseId];
    if (file === undefined) throw new Error('fixture');
    const vault = withHandling(() => ({
      cases: { ...cases, [caseId]: { ...file, handling: conditional('A3', 'S2') } },
    }));
    for (const sanitise of ['P', 'C'] as const)
      expect(() => gatherCase(vault, caseId, { sanitise })).toThrow(expect.objectContaining({ code: 'case-withheld' }));
    expect(gatherCase(vault, caseId).subjects).toHaveLength(3);
  });
});

test('protected words are gone from any text, whatever their case and whatever stands around them', () => {
  const word = fc.stringMatching(/^[A-Za-z]{3,12}$/);
  const around = fc.stringMatching(/^[ .,;:!?()"–/-]{1,3}$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(around, fc.nat(3), fc.boolean())),
      (words, places) => {
        const protects = protectedWords(words, {
          pattern: numberPattern('LI/{n}/{roman}/{year}'),
          shown: new Set(['LI/0001/III/2026']),
        });
        const written = places
          .map(([sign, index, upper]) => `${sign}${upper ? words[index]?.toUpperCase() : words[index]}`)
          .join('');
        const text = `LI/0001/III/2026 LI/0009/III/2026${written} akhir`;
        const { text: left, count } = protects.takenOutOf(text);
        expect(left).toContain('LI/0001/III/2026 […]');
        expect(left.endsWith(' akhir')).toBe(!words.some((each) => each.toLowerCase() === 'akhir'));
        expect(protects.isIn(left)).toBe(false);
        expect(count).toBeGreaterThanOrEqual(1);
      },
    ),
  );
});

describe('the linter points at what could reveal a source', () => {
  const vault = (): VaultPort => {
    const guarded = guardedCase();
    const { cases, reports } = guarded.document;
    const file = cases[caseId];
    if (file === undefined) throw new Error('fixture');
    const more = [
      reportAt(5, {
        source: { kind: 'confidential', pseudonym: 'S-09' },
        subject: 'Titipan untuk Wisnu',
        items: [
          fact('Kantong hijau diserahkan di pintu dapur.'),
          fact('Hanya dia berdua saja yang tahu; saya melihat pengintaiannya.'),
        ],
      }),
      reportAt(6, { items: [fact('Kantong hijau diserahkan di pintu.')] }),
    ];
    return {
      ...guarded,
      officers: {
        ...guarded.officers,
        list: () => [{ id: idOf(900), name: 'Ratna Kusumawardani', roles: ['officer'], status: 'active' }],
      },
      document: {
        ...guarded.document,
        cases: { ...cases, [caseId]: { ...file, legalBasis: 'Perintah Ratna Kusumawardani' } },
        reports: { ...reports, ...Object.fromEntries(more.map((each) => [each.id, each])) },
      },
    };
  };
  const lint = (sanitise?: 'P') => {
    const open = vault();
    const content = gatherCase(open, caseId, { sanitise });
    const file = open.document.cases[caseId];
    if (file === undefined) throw new Error('fixture');
    return lintSources(content, lintFactsOf(open, file, content)).map(({ rule, field, number, item, words }) =>
      [rule, field, number, item, words].join(' ').trim(),
    );
  };

  test('names, tactics, tellers, what few could know, and what one source alone said', () => {
    const hints = lint('P');
    expect(hints).toEqual(
      expect.arrayContaining([
        'officer case-legal-basis 0 0 Ratna Kusumawardani',
        'withheld-person report-subject 2 0 Wisnu',
        'tactic report-item 2 2 pengintaiannya',
        'teller report-item 2 2 saya',
        'only report-item 2 2 Hanya dia, berdua saja',
        'single-source report-item 2 2',
        'single-source report-item 1 1',
      ]),
    );
    // Another source said the same.
    expect(hints).not.toContain('single-source report-item 2 1');
    // Pseudonyms are not left for the officer to find.
    expect(hints.join()).not.toMatch(/kutilang/i);
  });

  test('case work, evidence, notes on the chart and the reason for closing are read as well', () => {
    const content = gatherCase(vault(), caseId);
    const told = 'Kutilang bercerita';
    const facts = { officers: [], pseudonyms: ['Kutilang'], withheld: [], confidential: new Map() };
    const grade = { scheme: 'admiralty', source: 'B', information: '2' } as const;
    const at = '2026-03-02T03:00:00.000Z';
    const custody = { kind: 'moved', at, from: 'A', to: 'B', sequence: 1, by: '', recordedAt: at, hash: '' } as const;
    const hints = lintSources(
      {
        ...content,
        case: {
          ...content.case,
          title: '',
          closing: { outcome: 'passed-on', reason: told, at, by: '' },
        },
        hypotheses: [{ id: idOf(1), number: 1, statement: told }],
        facts: [{ id: idOf(2), number: 2, text: told, source: told, grade, isKey: true, judgements: {} }],
        gaps: [{ number: 3, question: told, answer: '' }],
        tasks: [
          {
            what: 'x',
            owner: 'Kutilang',
            dueOn: '2026-03-02',
            bringForwardOn: '2026-03-01',
            state: 'open',
            gap: null,
            outcome: told,
          },
        ],
        decisions: [
          {
            number: 5,
            kind: 'decision',
            what: 'x',
            reason: 'y',
            alternatives: [told],
            corrects: null,
            by: '',
            at,
            genuine: true,
          },
        ],
        exhibits: [
          {
            id: idOf(3),
            number: 'BB/0001/III/2026',
            kind: 'other',
            description: 'x',
            packaging: '',
            seizedOn: '2026-03-02',
            place: 'x',
            seizedBy: 'x',
            heldBy: 'x',
            note: told,
            files: [],
            custody: [{ ...custody, place: 'x', reason: told }],
          },
        ],
      },
      facts,
    );
    const found = hints.filter(({ rule }) => rule === 'pseudonym').map(({ field, number }) => `${field} ${number}`);
    expect(found.filter((each) => !/^(case|subject|allegation|link|report)/.test(each))).toEqual([
      'hypothesis 1',
      'fact 2',
      'fact-source 2',
      'gap 3',
      'task 1',
      'decision 5',
      'exhibit 1',
      'custody 1',
      'closing 0',
    ]);
  });

  test('in the complete version the pseudonyms stand, and are pointed at', () => {
    expect(lint()).toEqual(
      expect.arrayContaining(['pseudonym case-title 0 0 Kutilang', 'pseudonym allegation-source 4 0 KUTILANG']),
    );
  });
});
