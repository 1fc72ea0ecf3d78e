import type { Finding } from '../../../shared/analysis/detection/finding.ts';
import { knownAmong } from '../../../shared/analysis/detection/same-finding.ts';
import { may } from '../../../shared/domain/access.ts';
import type { Dismissal } from '../../../shared/domain/finding.ts';
import type { Input, Output, Progress } from '../../../shared/contract.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { detectionInput } from '../analysis/analysis-input.ts';
import type { DetectTask } from '../analysis/analysis-task.ts';
import { type AnalysisRunner, runAnalysisInWorker } from '../analysis/analysis-thread.ts';
import { analysisProgress } from '../analysis/progress.ts';
import { living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { evidenceOf } from './evidence.ts';

export interface Detection {
  /**
   * Patterns worth a look, the one chance explains worst first, those set aside among them. A pattern known from before is
   * called as it was then. They are kept until the vault is locked.
   *
   * @param ownAccord nobody is waiting for it: whoever asks goes before, and it is cancelled
   * @throws SinergiError `busy`, `cancelled`
   */
  run(asked: Omit<DetectTask, 'task'>, ownAccord?: boolean): Promise<readonly Finding[]>;
  cancel(): void;
  list(input: Input<'detection.list'>): Output<'detection.list'>;
  /** @throws SinergiError `not-found` */
  rows(input: Input<'detection.rows'>): Output<'detection.rows'>;
  /** By finding. */
  dismissals(): ReadonlyMap<string, Dismissal>;
  /** @throws SinergiError `not-found` when the last run did not find it */
  dismiss(id: string, reason: string): Promise<{ undoId: string }>;
  /** @throws SinergiError `not-found` */
  reopen(id: string): Promise<void>;
}

export interface DetectionOptions {
  readonly session: Session;
  readonly undo: Undo;
  readonly workers: { path(name: string): string };
  readonly emit: (progress: Progress) => void;
  /** Where the work is done; a worker thread when nothing else is said. */
  readonly runner?: AnalysisRunner;
}

const ended = (): void => undefined;

export function createDetection({ session, undo, workers, emit, runner: given }: DetectionOptions): Detection {
  const runner = given ?? runAnalysisInWorker(() => workers.path('analysis'));
  let running: AbortController | null = null;
  let unasked: Promise<void> | null = null;
  let last: readonly Finding[] | null = null;
  session.beforeEnd(() => {
    running?.abort();
    last = null;
  });

  const found = (id: string): Finding => {
    const finding = last?.find((each) => each.id === id);
    if (finding === undefined) throw new SinergiError('not-found', { collection: 'findings', id });
    return finding;
  };
  const dismissals = (): ReadonlyMap<string, Dismissal> =>
    new Map([...living(session.vault('visits.read'), 'dismissals')].map((each) => [each.findingId, each]));

  async function takeBack(id: string): Promise<void> {
    const dismissal = dismissals().get(id);
    if (dismissal === undefined) throw new SinergiError('not-found', { collection: 'dismissals', id });
    await session
      .vault('findings.dismiss')
      .transact({ action: 'finding.reopen', entity: 'dismissals' }, (transaction) =>
        transaction.remove('dismissals', dismissal.id, dismissal.version),
      );
  }

  async function look(asked: Omit<DetectTask, 'task'>): Promise<readonly Finding[]> {
    if (running !== null) throw new SinergiError('busy');
    const { signal } = (running = new AbortController());
    try {
      const vault = session.vault('visits.read');
      // Nobody else's thread is handed the roster.
      const staff = may(vault.actor.roles, 'staff.read') ? [...living(session.vault('staff.read'), 'staff')] : null;
      const input = await detectionInput(vault, staff);
      const answer = await runner.run(input, { task: 'detect', ...asked }, analysisProgress(emit), signal);
      if (signal.aborted) throw new SinergiError('cancelled');
      if (answer.task !== 'detect') throw new SinergiError('internal', { part: 'analysis' });
      last = calledAsBefore(vault, answer.findings);
      return last;
    } finally {
      running = null;
    }
  }

  return {
    async run(asked, ownAccord = false) {
      if (ownAccord) {
        const work = look(asked);
        unasked = work.then(ended, ended);
        try {
          return await work;
        } finally {
          unasked = null;
        }
      }
      if (unasked !== null) {
        running?.abort();
        await unasked;
      }
      return await look(asked);
    },
    cancel() {
      running?.abort();
    },
    list({ withDismissed, offset, limit }) {
      const vault = session.vault('visits.read');
      const dismissed = dismissals();
      const shown = (last ?? []).filter(({ id }) => withDismissed || !dismissed.has(id));
      return {
        ran: last !== null,
        total: shown.length,
        rows: shown
          .slice(offset, offset + limit)
          .map((finding) => findingRow(vault, finding, dismissed.get(finding.id))),
      };
    },
    rows: ({ id, offset, limit }) => evidenceOf(session.vault('visits.read'), found(id), offset, limit),
    dismissals,
    async dismiss(id, reason) {
      const { kind, people, inmates } = found(id);
      const vault = session.vault('findings.dismiss');
      const before = dismissals().get(id);
      await vault.transact({ action: 'finding.dismiss', entity: 'dismissals', reason }, (transaction) =>
        before === undefined
          ? transaction.create('dismissals', {
              findingId: id,
              kind,
              reason,
              people: [...people],
              inmates: [...inmates],
            })
          : transaction.change('dismissals', before.id, before.version, { reason }),
      );
      return undo.offer(() => takeBack(id));
    },
    reopen: takeBack,
  };
}

/** Gives what was set aside or told before the identifier it had then. */
function calledAsBefore(vault: VaultPort, findings: readonly Finding[]): readonly Finding[] {
  const kept = [...living(vault, 'dismissals'), ...living(vault, 'alerts')];
  const known = knownAmong(
    kept.map(({ findingId, kind, people, inmates }) => ({ id: findingId, kind, people, inmates })),
  );
  const taken = new Set(findings.map(({ id }) => id));
  return findings.map((finding) => {
    const id = known(finding)?.id ?? finding.id;
    if (id === finding.id || taken.has(id)) return finding;
    taken.add(id);
    return { ...finding, id };
  });
}

export function findingRow(
  vault: VaultPort,
  { people, inmates, rows, values, ...finding }: Finding,
  dismissal: Dismissal | undefined,
): Output<'detection.list'>['rows'][number] {
  const named = (id: string) => ({ id, name: vault.document.people[id]?.name ?? '' });
  return {
    ...finding,
    people: people.map(named),
    inmates: inmates.map(named),
    rows: rows.length,
    values: { ...values },
    dismissed:
      dismissal === undefined
        ? null
        : { at: dismissal.createdAt, byName: vault.officerName(dismissal.createdBy), reason: dismissal.reason },
  };
}
