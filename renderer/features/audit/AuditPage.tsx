import { Alert, Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileExport, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRow } from '../../../shared/domain/audit.ts';
import { DataGrid, type GridColumn } from '../../components/DataGrid.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { call, useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { showNumber } from '../../lib/numbers.ts';
import { useMay } from '../../lib/officer.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { usePages } from '../people/usePages.ts';
import { useRemembered } from '../people/useRemembered.ts';
import { AuditDetails } from './AuditDetails.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { type AuditView, filterOf, wholeView } from './auditView.ts';
import { SealButton } from './SealButton.tsx';
import { useAuditWords } from './useAuditWords.ts';

/** Who did and read what, newest first: the whole trail, and whatever of it is asked for. */
export function AuditPage() {
  const { t } = useTranslation('officers');
  const words = useAuditWords();
  const [view, setView] = useRemembered<AuditView>('audit', wholeView);
  const [settled] = useDebouncedValue(view, 250);
  const verify = useChange('audit.verify');
  const [shown, setShown] = useState<AuditRow | null>(null);
  // Readings change no record, so nothing tells of them: the trail is read anew each time the page opens.
  const [openedAt] = useState(() => Date.now());
  const filter = filterOf(settled);
  const pages = usePages<AuditRow>('audit.list', { filter, openedAt }, (offset, limit) =>
    call('audit.list', { filter, offset, limit }),
  );

  const columns: readonly GridColumn<AuditRow>[] = [
    {
      key: 'sequence',
      label: t('audit.sequence'),
      width: '4.5rem',
      numeric: true,
      cell: (row) => showNumber(row.sequence),
    },
    { key: 'at', label: t('audit.at'), width: '10.5rem', cell: (row) => showMoment(row.at) },
    { key: 'actor', label: t('audit.actor'), width: 'minmax(7rem, 1fr)', cell: (row) => row.actor },
    { key: 'action', label: t('audit.action'), width: 'minmax(9rem, 1.1fr)', cell: words.action },
    { key: 'record', label: t('audit.record'), width: 'minmax(9rem, 1.5fr)', cell: words.record },
    { key: 'reason', label: t('audit.reason'), width: 'minmax(8rem, 1.4fr)', cell: words.reasonLine },
  ];

  return (
    <>
      <PageHeader
        title={t('audit.title')}
        note={
          pages.loading ? t('audit.note') : t('audit.count', { count: pages.total, total: showNumber(pages.total) })
        }
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconShieldCheck size={16} />}
              loading={verify.isPending}
              onClick={() => verify.mutate({}, { onError: tellError })}
            >
              {t('audit.verify')}
            </Button>
            <SealButton />
            <ExportButton />
          </>
        }
      />
      {verify.data !== undefined && (
        <Alert color={verify.data.ok ? 'teal' : 'red'} role="status" mb="sm">
          {verify.data.firstBad === null
            ? t(verify.data.gaps === undefined ? 'audit.sound' : 'audit.salvaged', {
                entries: showNumber(verify.data.entries),
                gaps: verify.data.gaps,
              })
            : t('audit.unsound', {
                sequence: verify.data.firstBad.sequence,
                fault: t(`audit.fault.${verify.data.firstBad.code}`),
              })}
        </Alert>
      )}
      <AuditFilters view={view} onChange={setView} />
      {pages.error !== undefined ? (
        <ErrorState error={pages.error} onRetry={pages.retry} />
      ) : pages.loading ? (
        <LoadingState />
      ) : pages.total === 0 ? (
        <EmptyState
          icon={<IconShieldCheck size={32} stroke={1.5} />}
          title={t('audit.empty')}
          action={
            <Button variant="default" onClick={() => setView(wholeView)}>
              {t('audit.showAll')}
            </Button>
          }
        />
      ) : (
        <DataGrid
          label={t('audit.title')}
          columns={columns}
          total={pages.total}
          rowAt={pages.rowAt}
          onWindow={pages.onWindow}
          onOpen={setShown}
          height={view.record === null ? 'calc(100vh - 230px)' : 'calc(100vh - 266px)'}
        />
      )}
      <SidePanel opened={shown !== null} title={t('audit.entry')} onClose={() => setShown(null)}>
        {shown !== null && (
          <AuditDetails
            row={shown}
            onNarrow={(fields) => {
              setShown(null);
              setView({ ...wholeView, ...fields });
            }}
          />
        )}
      </SidePanel>
    </>
  );
}

/** Takes the whole trail out as a signed file. */
function ExportButton() {
  const { t } = useTranslation('officers');
  const exporting = useChange('audit.export');
  const exports = useMay('audit.export');
  if (!exports) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconFileExport size={16} />}
      loading={exporting.isPending}
      onClick={() =>
        exporting.mutate(
          {},
          {
            onSuccess: ({ saved }) => {
              if (saved !== null) tellDone(t('audit.saved', { path: saved.path }));
            },
            onError: tellError,
          },
        )
      }
    >
      {t('audit.export')}
    </Button>
  );
}
