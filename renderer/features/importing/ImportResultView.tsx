import { Alert, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { RejectedRows } from './RejectedRows.tsx';

export function ImportResultView({ result }: { readonly result: Output<'importing.start'> }) {
  const { t, i18n } = useTranslation('importing');
  const number = new Intl.NumberFormat(i18n.language);
  const facts = [
    [t('rows'), result.rows],
    [t('created'), result.created],
    [t('updated'), result.updated],
    [t('unchanged'), result.unchanged],
    [t('rejected'), result.rejected.length],
  ] as const;
  return (
    <Stack gap="sm" role="region" aria-label={t('result')}>
      <Title order={2}>{t('result')}</Title>
      <SimpleGrid cols={5} spacing="sm">
        {facts.map(([label, value]) => (
          <Card key={label} withBorder padding="sm">
            <Text size="xs" c="dimmed">
              {label}
            </Text>
            <Text fz={20} fw={600}>
              {number.format(value)}
            </Text>
          </Card>
        ))}
      </SimpleGrid>
      {result.rejected.length === 0 ? (
        <Alert color="teal" icon={<IconCheck size={16} />}>
          {t('allGood')}
        </Alert>
      ) : (
        <RejectedRows importId={result.importId} />
      )}
    </Stack>
  );
}
