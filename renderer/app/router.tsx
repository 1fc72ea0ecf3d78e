import { createMemoryHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DeskPage } from '../features/desk/DeskPage.tsx';
import { AlertsPage } from '../features/alerts/AlertsPage.tsx';
import { AuditPage } from '../features/audit/AuditPage.tsx';
import { BackupPage } from '../features/backup/BackupPage.tsx';
import { CasePage } from '../features/cases/CasePage.tsx';
import { CasesPage } from '../features/cases/CasesPage.tsx';
import { CoordinationPage } from '../features/coordination/CoordinationPage.tsx';
import { ExchangePage } from '../features/exchange/ExchangePage.tsx';
import { DuplicatesPage } from '../features/identity/DuplicatesPage.tsx';
import { HelpPage } from '../features/help/HelpPage.tsx';
import { ImportPage } from '../features/importing/ImportPage.tsx';
import { OverviewPage } from '../features/overview/OverviewPage.tsx';
import { MitigationPage } from '../features/mitigation/MitigationPage.tsx';
import { TrainingPage } from '../features/training/TrainingPage.tsx';
import { ReportPage } from '../features/reports/ReportPage.tsx';
import { ReportsPage } from '../features/reports/ReportsPage.tsx';
import { PeoplePage } from '../features/people/PeoplePage.tsx';
import { PersonPage } from '../features/people/PersonPage.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { RetentionPage } from '../features/retention/RetentionPage.tsx';
import { SourcesPage } from '../features/sources/SourcesPage.tsx';
import { SurroundingsPage } from '../features/surroundings/SurroundingsPage.tsx';
import { Shell } from './shell/Shell.tsx';

const root = createRootRoute({ component: Shell });
const at = <P extends string>(path: P, component: () => ReactNode) =>
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
  at('/people/duplicates', DuplicatesPage),
  at('/people/network', SurroundingsPage),
  at('/people/$personId', PersonPage),
  at('/import', ImportPage),
  at('/alerts', AlertsPage),
  at('/desk', DeskPage),
  at('/reports', ReportsPage),
  at('/reports/$reportId', ReportPage),
  at('/audit', AuditPage),
  at('/backup', BackupPage),
  at('/sources', SourcesPage),
  at('/exchange', ExchangePage),
  at('/mitigation', MitigationPage),
  at('/training', TrainingPage),
  at('/help', HelpPage),
  at('/coordination', CoordinationPage),
  at('/retention', RetentionPage),
  at('/settings', SettingsPage),
]);

/** Where the officer is stays in memory: a record's identifier never stands in an address. */
export const createAppRouter = () =>
  createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/overview'] }) });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
