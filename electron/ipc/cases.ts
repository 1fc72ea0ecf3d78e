import type { Handlers } from '../../shared/contract.ts';
import type { Services } from '../services/services.ts';

export function caseHandlers({ cases, caseSearch, charts, links, reads }: Services) {
  return {
    'cases.list': async () => cases.list(),
    'cases.search': async (query) => caseSearch.find(query),
    'cases.get': async ({ id }) => {
      const view = cases.get(id);
      await reads.case(id);
      return view;
    },
    'cases.create': ({ fields }) => cases.create(fields),
    'cases.change': ({ id, version, fields }) => cases.change(id, version, fields),
    'cases.remove': ({ id, version }) => cases.remove(id, version),
    'cases.addMember': (input) => cases.addMember(input),
    'cases.changeMember': (input) => cases.changeMember(input),
    'cases.removeMembers': (input) => cases.removeMembers(input),
    'cases.setOfficers': ({ id, version, officers }) => cases.setOfficers(id, version, officers),
    'links.create': ({ caseId, fields }) => links.create(caseId, fields),
    'links.change': ({ id, version, fields }) => links.change(id, version, fields),
    'links.remove': ({ id, version }) => links.remove(id, version),
    'charts.visits': async ({ caseId }) => charts.visits(caseId),
    'charts.save': ({ caseId, viewId, state }) => charts.save(caseId, viewId, state),
    'charts.createView': ({ caseId, name, state }) => charts.createView(caseId, name, state),
    'charts.renameView': ({ id, version, name }) => charts.renameView(id, version, name),
    'charts.removeView': ({ id, version }) => charts.removeView(id, version),
  } satisfies Partial<Handlers>;
}
