import { readFile, stat } from 'node:fs/promises';
import type { Scenario } from '../../../shared/domain/training/scenario.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { checkScenario, type ScenarioVerdict } from '../../../shared/training/check-scenario.ts';

/** No scenario anybody writes by hand comes near it. */
const largest = 2 * 1024 * 1024;

/** Holds a file to the format of scenarios. @throws SinergiError `file-not-found`, `file-too-large`, `file-unreadable` when it is no JSON */
export async function judgeScenarioFile(path: string): Promise<ScenarioVerdict> {
  let text: string;
  try {
    if ((await stat(path)).size > largest) throw new SinergiError('file-too-large', { path });
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof SinergiError) throw cause;
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new SinergiError(missing ? 'file-not-found' : 'file-unreadable', { path }, { cause });
  }
  try {
    return checkScenario(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (cause) {
    throw new SinergiError('file-unreadable', { path }, { cause });
  }
}

/** @throws SinergiError as `judgeScenarioFile`; `scenario-invalid` with what is wrong */
export async function readScenarioFile(path: string): Promise<Scenario> {
  const verdict = await judgeScenarioFile(path);
  if (verdict.ok) return verdict.scenario;
  const faults = verdict.problems.slice(0, 20).map(({ path: where, message }) => `${where || 'file'}: ${message}`);
  throw new SinergiError('scenario-invalid', { faults, first: faults[0] ?? '' });
}
