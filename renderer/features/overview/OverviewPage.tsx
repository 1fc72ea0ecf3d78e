import { Box, Button } from '@mantine/core';
import { IconFileImport, IconFolders } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/Facts.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { useMay } from '../../lib/officer.ts';
import { showNumber } from '../../lib/numbers.ts';
import { TourOffer } from '../tour/TourOffer.tsx';
import { BackupDue } from '../backup/BackupDue.tsx';
import { ApprovalsSection } from '../officers/ApprovalsSection.tsx';
import { DueCases } from './DueCases.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { DueCoordination } from './DueCoordination.tsx';
import { DueDays } from './DueDays.tsx';
import { DueMeasures } from './DueMeasures.tsx';
import { DueTasks } from './DueTasks.tsx';
import { Keys } from './Keys.tsx';
import { LastImports } from './LastImports.tsx';
import { NewSince } from './NewSince.tsx';
import { RecentCases } from './RecentCases.tsx';
import { TouchingCases } from './TouchingCases.tsx';
import { WaitingForMe } from './WaitingForMe.tsx';
import classes from './OverviewPage.module.css';

const counted = ['inmates', 'visitors', 'visits', 'cases', 'links'] as const;

/** Where an officer begins: what is due, what is new, what waits, and what to do first in a new vault. */
export function OverviewPage() {
  const { t } = useTranslation('settings');
  const info = useCall('vault.info', {});
  const today = useCall('today.get', {});
  const seesCases = useMay('cases.read');
  const seesVisits = useMay('visits.read');
  const seesCoordination = useMay('coordination.read');
  const imports = useMay('imports.read');
  const creates = useMay('cases.create');
  const runs = useMay('imports.run');
  if (info.error !== null) return <ErrorState error={info.error} onRetry={() => void info.refetch()} />;
  if (info.data === undefined) return <LoadingState />;
  const { counts } = info.data;
  const begun = counts.cases > 0;
  const works = creates && runs;

  return (
    <>
      <PageHeader
        title={t('overview.title')}
        actions={
          begun &&
          works && (
            <>
              <Button
                variant="default"
                leftSection={<IconFileImport size={16} aria-hidden />}
                renderRoot={(props) => <Link to="/import" {...props} />}
              >
                {t('importing:title')}
              </Button>
              <Button
                leftSection={<IconFolders size={16} aria-hidden />}
                renderRoot={(props) => <Link to="/cases" {...props} />}
              >
                {t('overview.toCases')}
              </Button>
            </>
          )
        }
      />
      {today.data?.since === null && <TourOffer />}
      <BackupDue info={info.data} />
      {!begun && works && <FirstSteps inmates={counts.inmates} visits={counts.visits} />}
      <ApprovalsSection />
      <div className={classes.columns}>
        {today.data !== undefined && seesCases && <DueTasks tasks={today.data.tasks} />}
        {today.data !== undefined && seesCoordination && <DueCoordination coordination={today.data.coordination} />}
        {today.data !== undefined && <DueMeasures measures={today.data.measures} />}
        {today.data !== undefined && <NewSince since={today.data.since} fresh={today.data.fresh} />}
        {today.data !== undefined && <WaitingForMe reports={today.data.reports} exchange={today.data.exchange} />}
        {today.data !== undefined && <TouchingCases touching={today.data.touching} />}
        {begun && seesCases && <RecentCases />}
        {seesCases && <DueCases />}
        {seesVisits && <DueDays />}
        {imports && <LastImports />}
        <Keys />
      </div>
      <Box mt="xl">
        <Facts
          label={t('overview.counts')}
          facts={counted.map((name) => ({ label: t(`overview.${name}`), value: showNumber(counts[name]) }))}
        />
      </Box>
    </>
  );
}
