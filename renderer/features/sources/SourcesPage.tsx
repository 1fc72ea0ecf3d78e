import { Button } from '@mantine/core';
import { IconPlus, IconUserShield } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceRow } from '../../../shared/contract/sources.ts';
import { DataGrid } from '../../components/DataGrid.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { useMay } from '../../lib/officer.ts';
import { HandOvers } from './HandOvers.tsx';
import { NewSourceDialog } from './NewSourceDialog.tsx';
import { Pseudonyms } from './Pseudonyms.tsx';
import { ReadingDialog } from './ReadingDialog.tsx';
import { sourceColumns } from './sourceColumns.tsx';
import { SourceView } from './SourceView.tsx';
import { WaitingHandlers } from './WaitingHandlers.tsx';

/** The register to its handlers; to a supervisor what is known outside of it, and the way to be told more. */
export function SourcesPage(): ReactNode {
  const handles = useMay('sources.read');
  return handles ? <Register /> : <Pseudonyms />;
}

/** A source opens once a reason was given. */
function Register() {
  const { t } = useTranslation('sources');
  const list = useCall('sources.list', {});
  const [creating, setCreating] = useState(false);
  const [asking, setAsking] = useState<SourceRow | null>(null);
  const [opened, setOpened] = useState<{ readonly id: string; readonly reason: string } | null>(null);

  if (opened !== null)
    return <SourceView key={opened.id} id={opened.id} reason={opened.reason} onBack={() => setOpened(null)} />;
  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <LoadingState />;
  const { state, waiting, proposed, rows } = list.data;

  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={state === 'withheld' || rows.length === 0 ? null : add}
      />
      <WaitingHandlers waiting={state === 'held' ? waiting : []} onGiven={() => void list.refetch()} />
      <HandOvers />
      {state === 'withheld' && (
        <EmptyState
          icon={<IconUserShield size={32} stroke={1.5} />}
          title={t('withheld.title')}
          text={t('withheld.text')}
        />
      )}
      {state !== 'withheld' && rows.length === 0 && (
        <EmptyState
          icon={<IconUserShield size={32} stroke={1.5} />}
          title={t('empty')}
          text={t('emptyText')}
          action={add}
        />
      )}
      {rows.length > 0 && (
        <DataGrid
          label={t('title')}
          columns={sourceColumns(t)}
          total={rows.length}
          rowAt={(position) => rows[position]}
          onOpen={setAsking}
        />
      )}
      {creating && <NewSourceDialog pseudonym={proposed} onClose={() => setCreating(false)} />}
      {asking !== null && (
        <ReadingDialog
          name={asking.pseudonym}
          onClose={() => setAsking(null)}
          onReason={(reason) => {
            setOpened({ id: asking.id, reason });
            setAsking(null);
          }}
        />
      )}
    </>
  );
}
