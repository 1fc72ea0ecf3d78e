import { type Scenario, scenarioSchema } from '../domain/training/scenario.ts';

/** What is wrong in a scenario file, and where. */
export interface ScenarioProblem {
  /** `checks.2.points`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
}

export type ScenarioVerdict =
  | { readonly ok: true; readonly scenario: Scenario; readonly problems: readonly [] }
  | { readonly ok: false; readonly scenario: null; readonly problems: readonly ScenarioProblem[] };

/** Holds a scenario to its format: both languages, points that add up, people and steps that exist. */
export function checkScenario(value: unknown): ScenarioVerdict {
  const parsed = scenarioSchema.safeParse(value);
  if (parsed.success) return { ok: true, scenario: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  return { ok: false, scenario: null, problems };
}
