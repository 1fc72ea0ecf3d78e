import { Button, Group, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output, Progress } from '../../../shared/contract.ts';
import type { Inspection } from '../../../shared/contract/importing.ts';
import type { ColumnMapping, RegisterKind } from '../../../shared/domain/register.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ErrorState } from '../../components/States.tsx';
import { call, useChange } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { EarlierImports } from './EarlierImports.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportResultView } from './ImportResultView.tsx';
import { InspectionView } from './InspectionView.tsx';

interface Chosen {
  readonly token: string;
  readonly name: string;
  readonly inspection: Inspection;
}

/** File → what it holds → columns → import → what became of it. */
export function ImportPage() {
  const { t } = useTranslation('importing');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [result, setResult] = useState<Output<'importing.start'> | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const inspect = useChange('importing.inspect');
  const start = useChange('importing.start');

  useEffect(() => window.sinergi.on('progress', (event) => setProgress(event.task === 'import' ? event : null)), []);

  async function choose(): Promise<void> {
    const { file } = await call('importing.chooseFile', {});
    if (file === null) return;
    setResult(null);
    setChosen(null);
    const inspection = await inspect.mutateAsync({ token: file.token, kind: null });
    setChosen({ token: file.token, name: file.name, inspection });
  }

  async function inspectAs(kind: RegisterKind): Promise<void> {
    if (chosen === null) return;
    setChosen({ ...chosen, inspection: await inspect.mutateAsync({ token: chosen.token, kind }) });
  }

  async function run(kind: RegisterKind, mapping: ColumnMapping): Promise<void> {
    if (chosen === null) return;
    setProgress(null);
    try {
      setResult(await start.mutateAsync({ token: chosen.token, kind, mapping }));
      setChosen(null);
    } catch (error) {
      if (toSinergiError(error).code === 'cancelled') tellDone(t('cancelled'));
      else tellError(error);
    }
  }

  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('intro')}
        actions={
          <Button
            leftSection={<IconFileSpreadsheet size={16} />}
            disabled={start.isPending}
            loading={inspect.isPending}
            onClick={() => void choose().catch(() => undefined)}
          >
            {result === null ? t('choose') : t('another')}
          </Button>
        }
      />
      <Stack gap="lg">
        {inspect.error !== null && <ErrorState error={inspect.error} />}
        {start.isPending && (
          <ImportProgress progress={progress} onCancel={() => void call('importing.cancel', {}).catch(tellError)} />
        )}
        {chosen !== null && !start.isPending && (
          <>
            <Group gap="xs">
              <Text fw={600}>{chosen.name}</Text>
            </Group>
            <InspectionView
              key={`${chosen.token}-${chosen.inspection.kind ?? ''}`}
              inspection={chosen.inspection}
              onKind={(kind) => void inspectAs(kind).catch(tellError)}
              onStart={(kind, mapping) => void run(kind, mapping)}
            />
          </>
        )}
        {result !== null && <ImportResultView result={result} />}
        <EarlierImports />
      </Stack>
    </>
  );
}
