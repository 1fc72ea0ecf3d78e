import type { Input, Output } from '../../../shared/contract.ts';
import type { ReportRow, ReportView } from '../../../shared/contract/reports.ts';
import { may, type Verb } from '../../../shared/domain/access.ts';
import { joinedPeople } from '../../../shared/domain/identity.ts';
import { nextStates, type Report, type ReportFields, type ReportState } from '../../../shared/domain/report.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Sources } from '../sources/sources.ts';
import type { Undo } from '../undo.ts';
import { nextReportNumber } from './report-number.ts';

/**
 * Intelligence reports: one officer writes, another evaluates, a supervisor passes on, and either side recalls.
 *
 * @throws SinergiError `report-state` when it is not in a state for what is asked, `report-own` for judging one's own, `report-source-handler` for
 * judging what an own source said,
 * `not-found`, `conflict`
 */
export interface Reports {
  list(query: Input<'reports.list'>): ReportRow[];
  get(id: string): ReportView;
  create(fields: ReportFields): Promise<Report>;
  change(id: string, version: number, fields: ReportFields): Promise<Report>;
  remove(id: string, version: number): Promise<Output<'reports.remove'>>;
  submit(input: Input<'reports.submit'>): Promise<Report>;
  evaluate(input: Input<'reports.evaluate'>): Promise<Report>;
  giveBack(input: Input<'reports.giveBack'>): Promise<Report>;
  disseminate(input: Input<'reports.disseminate'>): Promise<Report>;
  recall(input: Input<'reports.recall'>): Promise<Report>;
}

export interface ReportsOptions {
  readonly session: Session;
  readonly undo: Undo;
  readonly sources: Pick<Sources, 'list'>;
  readonly now: () => Date;
}

export function createReports({ session, undo, sources, now }: ReportsOptions): Reports {
  /** The sterile corridor: whoever handles a source does not judge what it said. */
  async function keepApart({ source }: Report): Promise<void> {
    if (source.kind === 'named' || !may(session.vault('reports.evaluate').actor.roles, 'sources.read')) return;
    const { rows } = await sources.list();
    if (rows.some(({ pseudonym, mine }) => mine && pseudonym === source.pseudonym))
      throw new SinergiError('report-source-handler');
  }

  /** The report, if it may go from where it is to `state`. */
  function ready(vault: VaultPort, id: string, state: ReportState): Report {
    const report = find(vault, 'reports', id);
    const next: readonly ReportState[] = nextStates[report.state];
    if (!next.includes(state)) throw new SinergiError('report-state', { state: report.state });
    return report;
  }

  /** A draft in the hands of who writes it. */
  function ownDraft(vault: VaultPort, id: string): Report {
    const report = find(vault, 'reports', id);
    if (report.state !== 'draft') throw new SinergiError('report-state', { state: report.state });
    if (report.author !== vault.actor.officerId) throw new SinergiError('report-not-own');
    return report;
  }

  async function go(
    vault: GuardedVault,
    report: Report,
    version: number,
    { state, action, note, ...fields }: { state: ReportState; action: string; note: string } & Partial<Report>,
  ): Promise<Report> {
    const step = { state, at: now().toISOString(), by: vault.actor.officerId, note };
    return await vault.transact({ action, entity: 'reports', entityId: report.id, reason: note }, (transaction) =>
      transaction.change('reports', report.id, version, { ...fields, state, steps: [...report.steps, step] }),
    );
  }

  return {
    list({ caseId }) {
      const vault = session.vault('reports.read');
      return [...living(vault, 'reports')]
        .filter(({ caseIds }) => caseId === null || caseIds.includes(caseId))
        .map((report) => rowOf(vault, report))
        .sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
    },
    get: (id) => viewOf(session.vault('reports.read'), id),
    async create(fields) {
      const vault = session.vault('reports.write');
      requireCases(vault, fields);
      const step = { state: 'draft', at: now().toISOString(), by: vault.actor.officerId, note: '' } as const;
      return await vault.transact({ action: 'report.create', entity: 'reports' }, (transaction) =>
        transaction.create('reports', {
          ...fields,
          number: nextReportNumber(vault, now()),
          author: vault.actor.officerId,
          state: 'draft',
          steps: [step],
        }),
      );
    },
    async change(id, version, fields) {
      const vault = session.vault('reports.write');
      ownDraft(vault, id);
      requireCases(vault, fields);
      return await vault.transact({ action: 'report.change', entity: 'reports', entityId: id }, (transaction) =>
        // An optional field that the form left out is a field the officer emptied.
        transaction.change('reports', id, version, { informationUntil: undefined, ...fields }),
      );
    },
    async remove(id, version) {
      const vault = session.vault('reports.write');
      ownDraft(vault, id);
      const removed = await vault.transact(
        { action: 'report.remove', entity: 'reports', entityId: id },
        (transaction) => transaction.remove('reports', id, version),
      );
      return undo.offer(async () => {
        await session
          .vault('reports.write')
          .transact({ action: 'report.restore', entity: 'reports', entityId: id }, (transaction) =>
            transaction.restore('reports', id, removed.version),
          );
      });
    },
    async submit({ id, version, note }) {
      const vault = session.vault('reports.write');
      const report = ownDraft(vault, id);
      return await go(vault, report, version, { state: 'submitted', action: 'report.submit', note });
    },
    async evaluate({ id, version, grades, note }) {
      const vault = session.vault('reports.evaluate');
      const report = ready(vault, id, 'evaluated');
      if (report.author === vault.actor.officerId) throw new SinergiError('report-own');
      await keepApart(report);
      const items = report.items.map(({ regraded: _, ...item }, index) => {
        const grade = grades[index] ?? null;
        return grade === null ? item : { ...item, regraded: grade };
      });
      return await go(vault, report, version, { state: 'evaluated', action: 'report.evaluate', note, items });
    },
    async giveBack({ id, version, note }) {
      const vault = session.vault('reports.evaluate');
      const report = ready(vault, id, 'draft');
      if (report.author === vault.actor.officerId) throw new SinergiError('report-own');
      return await go(vault, report, version, { state: 'draft', action: 'report.give-back', note });
    },
    async disseminate({ id, version, distribution, note }) {
      const vault = session.vault('reports.disseminate');
      const report = ready(vault, id, 'disseminated');
      return await go(vault, report, version, {
        state: 'disseminated',
        action: 'report.disseminate',
        note,
        distribution,
      });
    },
    async recall({ id, version, reason }) {
      const vault = session.vault('reports.recall');
      const report = ready(vault, id, 'recalled');
      if (report.author !== vault.actor.officerId && !may(vault.actor.roles, 'reports.disseminate'))
        throw new SinergiError('report-not-own');
      return await go(vault, report, version, { state: 'recalled', action: 'report.recall', note: reason });
    },
  };
}

/** A report is not put into a case its author must not know of. */
function requireCases(vault: VaultPort, { caseIds }: ReportFields): void {
  for (const id of caseIds) find(vault, 'cases', id);
}

const rowOf = (vault: VaultPort, report: Report): ReportRow => ({
  id: report.id,
  number: report.number,
  subject: report.subject,
  marking: report.marking,
  priority: report.priority,
  state: report.state,
  author: report.origins?.at(-1)?.agency ?? vault.officerName(report.author),
  informationFrom: report.informationFrom,
  writtenOn: report.writtenOn,
  items: report.items.length,
  cases: report.caseIds.length,
  changedAt: report.changedAt,
});

function viewOf(vault: VaultPort, id: string): ReportView {
  const report = find(vault, 'reports', id);
  const { officerId, roles } = vault.actor;
  const own = report.author === officerId;
  const does = (verb: Verb): boolean => may(roles, verb);
  return {
    report,
    authorName: report.origins?.at(-1)?.agency ?? vault.officerName(report.author),
    stepNames: report.steps.map(({ by }) => vault.officerName(by)),
    people: mentionedPeople(vault, report),
    cases: report.caseIds.flatMap((caseId) => {
      const file = vault.document.cases[caseId];
      return file === undefined || file.removed ? [] : [{ id: caseId, number: file.number, title: file.title }];
    }),
    may: {
      edit: report.state === 'draft' && own && does('reports.write'),
      submit: report.state === 'draft' && own && does('reports.write'),
      evaluate: report.state === 'submitted' && !own && does('reports.evaluate'),
      disseminate: report.state === 'evaluated' && does('reports.disseminate'),
      recall:
        (report.state === 'evaluated' || report.state === 'disseminated') &&
        does('reports.recall') &&
        (own || does('reports.disseminate')),
      print: does('reports.print'),
    },
  };
}

/** Who is meant by the mentions, also of people who were joined to others since. */
export function mentionedPeople(vault: VaultPort, report: Pick<Report, 'items'>): ReportView['people'] {
  const left = joinedPeople(living(vault, 'joins'));
  const people: ReportView['people'] = {};
  for (const { mentions } of report.items)
    for (const { personId } of mentions) {
      const person = vault.document.people[left.get(personId) ?? personId];
      if (person !== undefined) people[personId] = { id: person.id, name: person.name };
    }
  return people;
}
