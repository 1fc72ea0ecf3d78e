import { Alert } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { Facts } from '../../components/Facts.tsx';
import { Section } from '../../components/Section.tsx';
import { showNumber } from '../../lib/numbers.ts';
import { RejectedRows } from './RejectedRows.tsx';

const counted = ['rows', 'created', 'updated', 'unchanged'] as const;

/** What became of every row. */
export function ImportResultView({ result }: { readonly result: Output<'importing.start'> }) {
  const { t } = useTranslation('importing');
  const rejected = result.rejected.length;
  return (
    <Section title={t('result')}>
      <Facts
        label={t('result')}
        facts={[
          ...counted.map((name) => ({ label: t(name), value: showNumber(result[name]) })),
          { label: t('rejected'), value: showNumber(rejected), attention: rejected > 0 },
        ]}
      />
      {rejected === 0 ? (
        <Alert color="green" icon={<IconCheck size={16} aria-hidden />} role="status">
          {t('allGood')}
        </Alert>
      ) : (
        <RejectedRows importId={result.importId} />
      )}
    </Section>
  );
}
