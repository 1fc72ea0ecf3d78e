import type { Output } from '../../../shared/contract.ts';
import { mostTimedVisits } from '../../../shared/contract/charts.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import type { Chart, ChartState } from '../../../shared/domain/chart.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';

export interface Charts {
  /** @param viewId null for the case's own chart, which is made when it is first saved */
  save(caseId: Id, viewId: Id | null, state: ChartState): Promise<Chart>;
  createView(caseId: Id, name: string, state: ChartState): Promise<Chart>;
  renameView(id: Id, version: number, name: string): Promise<Chart>;
  /** What a timeline is told of visits between members. */
  visits(caseId: Id): Output<'charts.visits'>;
  removeView(id: Id, version: number): Promise<{ undoId: string }>;
}

/** The case's own chart, and the views saved under a name, by name. */
export function chartsOfCase(vault: Pick<VaultPort, 'document'>, caseId: Id): { chart: Chart | null; views: Chart[] } {
  const charts = [...living(vault, 'charts')].filter((chart) => chart.caseId === caseId);
  return {
    chart: charts.find(({ name }) => name === undefined) ?? null,
    views: charts
      .filter(({ name }) => name !== undefined)
      .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '') || (a.id < b.id ? -1 : 1)),
  };
}

/** @throws SinergiError `not-found` when the view is not one of this case */
export function chartOfCase(vault: Pick<VaultPort, 'document'>, caseId: Id, viewId: Id | null): Chart | null {
  if (viewId === null) return chartsOfCase(vault, caseId).chart;
  const view = find(vault, 'charts', viewId);
  if (view.caseId !== caseId) throw new SinergiError('not-found', { collection: 'charts', id: viewId });
  return view;
}

export function createCharts(session: Session, undo: Undo): Charts {
  /** The case's own chart can be neither named nor removed. */
  function namedView(id: Id): Chart {
    const view = find(session.vault('cases.write'), 'charts', id);
    if (view.name === undefined) throw new SinergiError('not-found', { collection: 'charts', id });
    return view;
  }

  return {
    async save(caseId, viewId, state) {
      const vault = session.vault('cases.write');
      find(vault, 'cases', caseId);
      const chart = chartOfCase(vault, caseId, viewId);
      return await vault.transact({ action: 'chart.save', entity: 'charts', entityId: caseId }, (transaction) =>
        chart === null
          ? transaction.create('charts', { caseId, ...state })
          : transaction.change('charts', chart.id, chart.version, state),
      );
    },
    async createView(caseId, name, state) {
      const vault = session.vault('cases.write');
      find(vault, 'cases', caseId);
      return await vault.transact({ action: 'chart.create-view', entity: 'charts', entityId: caseId }, (transaction) =>
        transaction.create('charts', { caseId, name, ...state }),
      );
    },
    async renameView(id, version, name) {
      namedView(id);
      const note = { action: 'chart.rename-view', entity: 'charts', entityId: id } as const;
      return await session
        .vault('cases.write')
        .transact(note, (transaction) => transaction.change('charts', id, version, { name }));
    },
    visits(caseId) {
      const vault = session.vault('cases.read');
      const members = new Set(find(vault, 'cases', caseId).members.map(({ personId }) => personId));
      const all = [...members]
        .flatMap((id) => vault.visits.ofVisitor(id).map((position) => vault.visits.at(position)))
        .filter(({ inmateId }) => members.has(inmateId))
        .map(({ visitorId, inmateId, date, time }) => ({ visitorId, inmateId, date, time }))
        .sort((a, b) => (`${a.date} ${a.time ?? ''}` < `${b.date} ${b.time ?? ''}` ? -1 : 1));
      return { visits: all.slice(-mostTimedVisits), left: Math.max(0, all.length - mostTimedVisits) };
    },
    async removeView(id, version) {
      namedView(id);
      const note = { action: 'chart.remove-view', entity: 'charts', entityId: id } as const;
      const removed = await session
        .vault('cases.write')
        .transact(note, (transaction) => transaction.remove('charts', id, version));
      return undo.offer(async () => {
        await session
          .vault('cases.write')
          .transact({ action: 'chart.restore-view', entity: 'charts', entityId: id }, (transaction) =>
            transaction.restore('charts', id, removed.version),
          );
      });
    },
  };
}
