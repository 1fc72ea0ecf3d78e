import type { Handlers } from '../../shared/contract.ts';
import type { Ports } from '../services/ports.ts';
import type { Services } from '../services/services.ts';

export function mitigationHandlers({ mitigation, documents }: Services, { dialogs }: Ports) {
  const { risks, incidents, searches, warning, plan } = mitigation;
  return {
    'risks.list': async () => risks.list(),
    'risks.create': (input) => risks.create(input),
    'risks.change': (input) => risks.change(input),
    'risks.assess': (input) => risks.assess(input),
    'risks.close': (input) => risks.close(input),
    'risks.reopen': (input) => risks.reopen(input),
    'risks.remove': (input) => risks.remove(input),
    'incidents.list': async () => incidents.list(),
    'incidents.create': ({ fields }) => incidents.create(fields),
    'incidents.change': (input) => incidents.change(input),
    'incidents.remove': (input) => incidents.remove(input),
    'cellSearches.list': async () => searches.list(),
    'cellSearches.plan': ({ fields }) => searches.plan(fields),
    'cellSearches.change': (input) => searches.change(input),
    'cellSearches.hold': (input) => searches.hold(input),
    'cellSearches.cancel': (input) => searches.cancel(input),
    'mitigation.indicators': ({ week }) => warning.indicators(week),
    'mitigation.warningAct': (input) => warning.act(input),
    'mitigation.thresholds': async () => warning.thresholds(),
    'mitigation.setThresholds': async ({ thresholds }) => {
      await warning.setThresholds(thresholds);
      return {};
    },
    'mitigation.plan': async () => plan.get(),
    'mitigation.savePlan': async ({ plan: drawn, version }) => {
      await plan.save(drawn, version);
      return {};
    },
    'mitigation.printSituation': async ({ week, remarks, language }) => {
      const situation = await mitigation.situation(week, remarks);
      const name = language === 'id' ? 'laporan-situasi' : 'situation-report';
      const path = await dialogs.saveFile(`${name}-${situation.isoWeek}.pdf`, [{ name: 'PDF', extensions: ['pdf'] }]);
      if (path === null) return { saved: null };
      const { pages } = await documents.situation({ situation, language, path });
      return { saved: { path, pages } };
    },
  } satisfies Partial<Handlers>;
}
