import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import type { ColumnMapping, RegisterKind } from '../../../shared/domain/register.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ErrorState } from '../../components/States.tsx';
import { call, useChange, useUnderWay } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { EarlierImports } from './EarlierImports.tsx';
import classes from './ImportPage.module.css';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportResultView } from './ImportResultView.tsx';
import { type ChosenFile, InspectionView } from './InspectionView.tsx';
import { useMay } from '../../lib/officer.ts';

/** File → what it holds → columns → import → what became of it. */
export function ImportPage() {
  const { t } = useTranslation('importing');
  const imports = useMay('imports.run');
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [result, setResult] = useState<Output<'importing.start'> | null>(null);
  const inspect = useChange('importing.inspect');
  const start = useChange('importing.start');
  // An import goes on while the officer looks at other pages, and is found again here.
  const running = useUnderWay('importing.start');

  async function choose(): Promise<void> {
    const { file } = await call('importing.chooseFile', {});
    if (file === null) return;
    setResult(null);
    setChosen(null);
    const inspection = await inspect.mutateAsync({ token: file.token, kind: null });
    setChosen({ ...file, inspection });
  }

  async function inspectAs(kind: RegisterKind): Promise<void> {
    if (chosen === null) return;
    setChosen({ ...chosen, inspection: await inspect.mutateAsync({ token: chosen.token, kind }) });
  }

  async function run(kind: RegisterKind, mapping: ColumnMapping): Promise<void> {
    if (chosen === null) return;
    try {
      setResult(await start.mutateAsync({ token: chosen.token, kind, mapping }));
      setChosen(null);
    } catch (error) {
      if (toSinergiError(error).code === 'cancelled') tellDone(t('cancelled'));
      else tellError(error);
    }
  }

  const working = running || chosen !== null;
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('intro')}
        actions={
          imports && (
            <Button
              variant={working ? 'default' : 'filled'}
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
              disabled={running}
              loading={inspect.isPending}
              onClick={() => void choose().catch(() => undefined)}
            >
              {chosen === null && result === null ? t('choose') : t('another')}
            </Button>
          )
        }
      />
      <div className={classes.page}>
        {inspect.error !== null && <ErrorState error={inspect.error} />}
        {running && <ImportProgress />}
        {chosen !== null && !running && (
          <InspectionView
            key={`${chosen.token}-${chosen.inspection.kind ?? ''}`}
            file={chosen}
            onKind={(kind) => void inspectAs(kind).catch(() => undefined)}
            onCancel={() => setChosen(null)}
            onStart={(kind, mapping) => void run(kind, mapping)}
          />
        )}
        {result !== null && <ImportResultView result={result} />}
        {!working && <EarlierImports />}
      </div>
    </>
  );
}
