import { reportPlaces } from '../../../shared/contract/reports.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import type { Report } from '../../../shared/domain/report.ts';
import { finishInSlices } from '../../vault/slices.ts';
import { living } from '../records.ts';
import { createTextIndex, fieldBreak } from '../search/text-index.ts';
import type { Session } from '../session.ts';

/** Finds reports this officer may know of by anything that is written in them. */
export interface ReportSearch {
  find(query: Input<'reports.search'>): Promise<Output<'reports.search'>>;
}

export function createReportSearch(session: Session): ReportSearch {
  const index = createTextIndex({ subject: 3, number: 3, items: 2, source: 1, opinion: 1 });
  let revision = -1;
  session.beforeEnd(() => {
    revision = -1;
    index.drop();
  });

  function* steps(): Generator<void, true> {
    const reports = [...living(session.vault('reports.read'), 'reports')];
    yield* index.updateSteps(
      reports.map((report) => ({ id: report.id, state: String(report.version), texts: () => textsOf(report) })),
    );
    revision = session.revision();
    return true;
  }

  /** In slices, and again from the beginning when something is saved meanwhile; what is indexed is not indexed twice. */
  async function refresh(): Promise<void> {
    while (revision !== session.revision()) {
      const now = session.revision();
      await finishInSlices(steps(), () => session.revision() === now);
    }
  }

  return {
    async find({ text, limit }) {
      await refresh();
      const { reports } = session.vault('reports.read').document;
      const rows = index.find(text).flatMap(({ id, fields }) => {
        const report = reports[id];
        if (report === undefined) return [];
        const { number, subject, state } = report;
        return [{ id, number, subject, state, places: reportPlaces.filter((place) => fields.has(place)) }];
      });
      return { total: rows.length, rows: rows.slice(0, limit) };
    },
  };
}

const textsOf = ({ subject, field, number, items, source, place, method, relation, opinion }: Report) => ({
  subject: [subject, field].join(fieldBreak),
  // A part of the number finds it too.
  number: [number, ...number.split('/')].join(fieldBreak),
  items: items.map(({ text }) => text).join(fieldBreak),
  source: [source.kind === 'named' ? source.description : source.pseudonym, place, method, relation].join(fieldBreak),
  opinion: Object.values(opinion).join(fieldBreak),
});
