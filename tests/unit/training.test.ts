import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../shared/training/check-scenario.ts';
import { builtInScenarios } from '../../shared/training/scenarios.ts';
import { skills } from '../../shared/domain/training/skill.ts';

const [scenario] = builtInScenarios;
const copy = (): object => structuredClone({ ...scenario });
const pathsOf = (value: unknown): readonly string[] => checkScenario(value).problems.map(({ path }) => path);

describe('the scenarios that come with the program', () => {
  it('are six, each with a hundred points, both languages, and a skill of its own', () => {
    expect(builtInScenarios).toHaveLength(6);
    expect(new Set(builtInScenarios.map(({ skill }) => skill)).size).toBe(6);
    for (const { checks, mistakes, steps } of builtInScenarios) {
      expect(checks.reduce((sum, { points }) => sum + points, 0)).toBe(100);
      expect(mistakes.length).toBeGreaterThan(0);
      for (const { id } of steps) expect(checks.some(({ step }) => step === id)).toBe(true);
    }
    expect(skills).toEqual(expect.arrayContaining(builtInScenarios.map(({ skill }) => skill)));
  });
});

describe('the checker of scenario files', () => {
  it('finds nothing wrong in one that is right', () => {
    expect(checkScenario(copy())).toMatchObject({ ok: true, problems: [] });
  });

  it('says where points do not add up, a step or a person does not exist, or a language is missing', () => {
    const wrong = copy();
    Object.assign(wrong, {
      title: { id: 'Hanya Indonesia' },
      checks: [
        {
          id: 'x',
          step: 'nowhere',
          points: 40,
          condition: { kind: 'member-added', person: 'Tidak Ada' },
          won: { id: 'a', en: 'a' },
          lost: { id: 'a', en: 'a' },
        },
      ],
    });
    expect(pathsOf(wrong)).toEqual(['title.en']);
    Object.assign(wrong, { title: { id: 'Judul', en: 'Title' } });
    expect(checkScenario(wrong).problems).toEqual([
      { path: 'checks', message: 'points-not-100: 40' },
      { path: 'checks.0.step', message: 'step-unknown: nowhere' },
      { path: 'checks.0.condition', message: 'person-unknown: Tidak Ada' },
    ]);
  });

  it('refuses what the format does not know, and what is no scenario at all', () => {
    expect(pathsOf({ ...copy(), more: 1 })).toEqual(['']);
    expect(checkScenario(null).ok).toBe(false);
    expect(checkScenario([]).ok).toBe(false);
    const unknown = copy();
    Object.assign(unknown, {
      mistakes: [{ id: 'm', cost: 5, condition: { kind: 'was-late' }, text: { id: 'a', en: 'a' } }],
    });
    expect(pathsOf(unknown)).toEqual(['mistakes.0.condition.kind']);
  });
});
