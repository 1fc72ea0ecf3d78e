import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { CasePage } from '../features/cases/CasePage.tsx';
import { CasesPage } from '../features/cases/CasesPage.tsx';
import { ImportPage } from '../features/importing/ImportPage.tsx';
import { OverviewPage } from '../features/overview/OverviewPage.tsx';
import { PeoplePage } from '../features/people/PeoplePage.tsx';
import { PersonPage } from '../features/people/PersonPage.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { Frame } from './Frame.tsx';

const root = createRootRoute({ component: Frame });
const at = <P extends string>(path: P, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component });

const routeTree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/overview' });
    },
  }),
  at('/overview', OverviewPage),
  at('/cases', CasesPage),
  at('/cases/$caseId', CasePage),
  at('/people', PeoplePage),
  at('/people/$personId', PersonPage),
  at('/import', ImportPage),
  at('/settings', SettingsPage),
]);

export const router = createRouter({ routeTree, history: createHashHistory() });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
