import type { Today as TodayView } from '../../../shared/contract/today.ts';
import { may } from '../../../shared/domain/access.ts';
import { isBroughtForward } from '../../../shared/domain/casework/task.ts';
import { requestState } from '../../../shared/domain/exchange/package.ts';
import { prisonDay } from '../../../shared/domain/prison-clock.ts';
import type { SimilarCases } from '../casework/similar.ts';
import { taskRows } from '../casework/tasks.ts';
import { dueOf, soonFrom } from '../coordination/due.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { dueMeasures } from '../mitigation/due-measures.ts';
import { living } from '../records.ts';
import type { Session } from '../session.ts';
import type { LastHere } from './last-here.ts';

/** What an officer finds on coming in: what is due, what is new, and what waits for a word. */
export interface Today {
  get(): Promise<TodayView>;
}

export interface TodayOptions {
  readonly session: Session;
  readonly lastHere: LastHere;
  readonly similar: SimilarCases;
  readonly now: () => Date;
}

const mostTouching = 20;

export function createToday({ session, lastHere, similar, now }: TodayOptions): Today {
  /** As it was when the vault was opened this time. */
  let before: { readonly since: string | null } | null = null;
  session.beforeEnd(() => (before = null));

  const today = (): string => prisonDay(now());

  function since(vault: GuardedVault): string | null {
    before ??= { since: lastHere.come(vault, now().toISOString()) };
    return before.since;
  }

  return {
    async get() {
      const own = session.vault('own.session');
      const { roles, officerId } = own.actor;
      const last = since(own);
      const isNew = ({ createdAt, createdBy }: { createdAt: string; createdBy: string }): boolean =>
        last !== null && createdAt > last && createdBy !== officerId;
      const cases = may(roles, 'cases.read') ? session.vault('cases.read') : null;
      const tasks = cases === null ? [] : taskRows(cases).filter(({ mine }) => mine);
      const visits = may(roles, 'visits.read') ? session.vault('visits.read') : null;
      const exchange = waitingExchange(session, own, now().toISOString().slice(0, 10));
      const packages = may(roles, 'exchange.read') ? session.vault('exchange.read') : null;
      return {
        tasks: tasks.filter(({ task }) => isBroughtForward(task, today())),
        since: last,
        fresh: {
          imports:
            visits === null
              ? []
              : [...living(visits, 'imports')]
                  .filter(isNew)
                  .map(({ id, kind, rows, createdAt }) => ({ id, kind, rows, at: createdAt })),
          findings:
            visits === null
              ? 0
              : [...living(visits, 'alerts')].filter(({ createdAt }) => last !== null && createdAt > last).length,
          packages:
            packages === null
              ? []
              : [...living(packages, 'receivedPackages')]
                  .filter(isNew)
                  .map(({ id, manifest, createdAt }) => ({ id, agency: manifest.sender.name, at: createdAt })),
          tasks: tasks.filter(({ task }) => isNew(task)).length,
        },
        reports: waitingReports(session, own),
        exchange,
        coordination: may(roles, 'coordination.read') ? dueOf(session.vault('coordination.read'), today()) : [],
        measures: may(roles, 'mitigation.read')
          ? dueMeasures(session.vault('mitigation.read'), today(), soonFrom(today()))
          : [],
        touching:
          cases === null || !may(roles, 'cases.officers')
            ? []
            : (await similar.apart())
                .slice(0, mostTouching)
                .map(({ a, b, shared }) => ({ a: named(a), b: named(b), shared })),
      };
    },
  };
}

const named = ({ id, number, title }: { id: string; number: string; title: string }) => ({ id, number, title });

/** Questions of other agencies and of ours, and what lies undecided in quarantine. @param today a calendar day */
function waitingExchange(session: Session, { actor: { roles } }: GuardedVault, today: string): TodayView['exchange'] {
  const waiting = { toDecide: 0, toAnswer: 0, toAnswerOverdue: 0, unanswered: 0 };
  if (may(roles, 'exchange.receive'))
    waiting.toDecide = [...living(session.vault('exchange.receive'), 'receivedItems')].filter(
      ({ decision }) => decision === 'held',
    ).length;
  if (!may(roles, 'exchange.send')) return waiting;
  for (const request of living(session.vault('exchange.send'), 'informationRequests')) {
    const state = requestState(request, today);
    if (state !== 'open' && state !== 'overdue') continue;
    if (request.direction === 'in') {
      waiting.toAnswer += 1;
      if (state === 'overdue') waiting.toAnswerOverdue += 1;
    } else if (state === 'overdue') waiting.unanswered += 1;
  }
  return waiting;
}

function waitingReports(session: Session, { actor: { roles, officerId } }: GuardedVault): TodayView['reports'] {
  const waiting = { toEvaluate: 0, toDisseminate: 0 };
  if (may(roles, 'reports.evaluate'))
    waiting.toEvaluate = [...living(session.vault('reports.evaluate'), 'reports')].filter(
      ({ state, author }) => state === 'submitted' && author !== officerId,
    ).length;
  if (may(roles, 'reports.disseminate'))
    waiting.toDisseminate = [...living(session.vault('reports.disseminate'), 'reports')].filter(
      ({ state }) => state === 'evaluated',
    ).length;
  return waiting;
}
