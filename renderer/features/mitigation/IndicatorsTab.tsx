import { Stack, Table } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isoWeek } from '../../../shared/analysis/mitigation/weeks.ts';
import type { IndicatorTable } from '../../../shared/contract/mitigation.ts';
import { indicatorKinds } from '../../../shared/domain/mitigation/indicator.ts';
import { Section } from '../../components/Section.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { showNumber } from '../../lib/numbers.ts';
import classes from './mitigation.module.css';
import { ThresholdsForm } from './ThresholdsForm.tsx';

/** What the registers say week by week, and from when on it warns. */
export function IndicatorsTab() {
  const { t } = useTranslation('mitigation');
  const { data, error, refetch } = useCall('mitigation.indicators', { week: null });
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  return (
    <Stack gap="lg">
      <Section title={t('indicator.counts')}>
        {data.rows.length === 0 ? (
          <EmptyState
            icon={<IconChartBar size={32} stroke={1.5} />}
            title={t('indicator.empty')}
            text={t('indicator.emptyText')}
          />
        ) : (
          <Counts table={data} />
        )}
      </Section>
      <Section title={t('indicator.rules')} note={t('indicator.rulesNote')}>
        <ThresholdsForm />
      </Section>
    </Stack>
  );
}

function Counts({ table }: { readonly table: IndicatorTable }) {
  const { t } = useTranslation('mitigation');
  const rows = indicatorKinds.flatMap((kind) => table.rows.filter((row) => row.kind === kind));
  const isWarned = (kind: string, block: string, week: string): boolean =>
    table.warnings.some((warning) => warning.kind === kind && warning.block === block && warning.week === week);
  return (
    <Table.ScrollContainer minWidth={900} type="native" tabIndex={0} mah={420}>
      <Table aria-label={t('indicator.counts')} verticalSpacing={3} stickyHeader highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('indicator.name')}</Table.Th>
            <Table.Th>{t('block.block')}</Table.Th>
            {table.weeks.map((week) => (
              <Table.Th key={week} ta="right">
                {isoWeek(week).slice(5)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ kind, block, counts }) => (
            <Table.Tr key={`${kind} ${block}`}>
              <Table.Td>{t(`indicatorKind.${kind}`)}</Table.Td>
              <Table.Td>{block}</Table.Td>
              {table.weeks.map((week, place) => (
                <Table.Td key={week} className={classes.count} data-warned={isWarned(kind, block, week)}>
                  {showNumber(counts[place] ?? 0)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
