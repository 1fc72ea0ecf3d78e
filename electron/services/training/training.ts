import type { ScenarioRow, TrainingStatus } from '../../../shared/contract/training.ts';
import type { Result, TrainingAttempt } from '../../../shared/domain/training/attempt.ts';
import type { Scenario } from '../../../shared/domain/training/scenario.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { builtInScenarios } from '../../../shared/training/scenarios.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { living } from '../records.ts';
import type { Session } from '../session.ts';
import { evaluate } from './evaluate.ts';
import { isTraining, markTraining } from './mark.ts';
import { loadMaterial } from './material.ts';

/** Exercises on invented people, in the real screens of a vault that is for practice only. */
export interface Training {
  /** Makes the open vault one for practice, for good; only while it is empty. @throws SinergiError `training-mixed` */
  mark(): Promise<void>;
  status(): TrainingStatus;
  /** The built-in ones; with the trainee's best score. */
  list(): ScenarioRow[];
  /**
   * Fills the vault with the scenario's material; from then on, what is done counts.
   *
   * @throws SinergiError `training-only` outside a practice vault, `training-running`, `scenario-unknown`
   */
  start(scenario: string | Scenario): Promise<TrainingAttempt>;
  /** Looks at the hint of a step, which costs points. @throws SinergiError `training-none`, `scenario-unknown` */
  hint(stepId: string): Promise<void>;
  /** How it stands, without ending it. @throws SinergiError `training-none` */
  standing(): Result;
  /** Ends it: with a score, or without one when it is given up. @throws SinergiError `training-none` */
  finish(given: 'finished' | 'given-up'): Promise<TrainingAttempt>;
}

export function createTraining(session: Session, now: () => Date): Training {
  /** Of trainers' own files, as long as the program runs. */
  const own = new Map<string, Scenario>();

  const scenarioOf = (id: string): Scenario => {
    const scenario = own.get(id) ?? builtInScenarios.find((each) => each.id === id);
    if (scenario === undefined) throw new SinergiError('scenario-unknown', { id });
    return scenario;
  };

  function practice(): GuardedVault {
    const vault = session.vault('training.play');
    if (!isTraining(vault)) throw new SinergiError('training-only');
    return vault;
  }

  function running(vault: GuardedVault): TrainingAttempt {
    const attempt = runningIn(vault);
    if (attempt === undefined) throw new SinergiError('training-none');
    return attempt;
  }

  return {
    mark: () => markTraining(session),
    status() {
      const vault = session.vault('own.session');
      const attempt = runningIn(vault);
      const known = attempt !== undefined && (own.has(attempt.scenarioId) || builtIn(attempt.scenarioId));
      return {
        training: isTraining(vault),
        running: known ? { attempt, scenario: scenarioOf(attempt.scenarioId) } : null,
      };
    },
    list() {
      const vault = session.vault('training.play');
      const ended = [...living(vault, 'trainingAttempts')].filter(
        ({ officerId }) => officerId === vault.actor.officerId,
      );
      return [...builtInScenarios, ...own.values()].map((scenario) => {
        const scores = ended.flatMap(({ scenarioId, ended: end }) =>
          scenarioId === scenario.id && end?.result != null ? [end.result.score] : [],
        );
        return {
          id: scenario.id,
          title: scenario.title,
          summary: scenario.summary,
          minutes: scenario.minutes,
          skill: scenario.skill,
          objectives: scenario.objectives,
          best: scores.length === 0 ? null : Math.max(...scores),
          tries: scores.length,
        };
      });
    },
    async start(given) {
      const vault = practice();
      if (runningIn(vault) !== undefined) throw new SinergiError('training-running');
      const scenario = typeof given === 'string' ? scenarioOf(given) : given;
      if (typeof given !== 'string') own.set(scenario.id, scenario);
      const about = { action: 'training.start', entity: 'trainingAttempts', reason: scenario.id } as const;
      await vault.transact({ ...about, action: 'training.material' }, (transaction) =>
        loadMaterial(vault, transaction, scenario.material, { scenarioId: scenario.id, at: now() }),
      );
      // The next moment is later than everything that was put there.
      await new Promise((resolve) => setTimeout(resolve, 2));
      return await vault.transact(about, (transaction) =>
        transaction.create('trainingAttempts', {
          scenarioId: scenario.id,
          scenarioVersion: scenario.version,
          officerId: vault.actor.officerId,
          startedAt: new Date().toISOString(),
          hints: [],
        }),
      );
    },
    async hint(stepId) {
      const vault = practice();
      const { id, version, hints, scenarioId } = running(vault);
      if (scenarioOf(scenarioId).steps.every((step) => step.id !== stepId))
        throw new SinergiError('scenario-unknown', { id: stepId });
      if (hints.includes(stepId)) return;
      await vault.transact({ action: 'training.hint', entity: 'trainingAttempts', entityId: id }, (transaction) =>
        transaction.change('trainingAttempts', id, version, { hints: [...hints, stepId] }),
      );
    },
    standing() {
      const vault = practice();
      const attempt = running(vault);
      return evaluate(vault, scenarioOf(attempt.scenarioId), attempt);
    },
    async finish(given) {
      const vault = practice();
      const attempt = running(vault);
      const result = given === 'finished' ? evaluate(vault, scenarioOf(attempt.scenarioId), attempt) : null;
      const about = { action: 'training.finish', entity: 'trainingAttempts', entityId: attempt.id } as const;
      return await vault.transact(about, (transaction) =>
        transaction.change('trainingAttempts', attempt.id, attempt.version, {
          ended: { at: now().toISOString(), result },
        }),
      );
    },
  };
}

const builtIn = (id: string): boolean => builtInScenarios.some((scenario) => scenario.id === id);

/** One at a time, whoever plays it. */
const runningIn = (vault: GuardedVault): TrainingAttempt | undefined =>
  [...living(vault, 'trainingAttempts')].find(
    ({ ended, officerId }) => ended === undefined && officerId === vault.actor.officerId,
  );
