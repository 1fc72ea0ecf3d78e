import { Table, Text } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BlockPicture, IndicatorTable } from '../../../shared/contract/mitigation.ts';
import { EmptyState } from '../../components/States.tsx';
import { showNumber } from '../../lib/numbers.ts';
import classes from './mitigation.module.css';

const counted = ['finds', 'visits', 'calls', 'moves', 'incidents'] as const;

interface BlockTableProps {
  readonly blocks: readonly BlockPicture[];
  readonly table: IndicatorTable;
}

/** Every block of the week in numbers. */
export function BlockTable({ blocks, table }: BlockTableProps) {
  const { t } = useTranslation('mitigation');
  if (blocks.length === 0)
    return (
      <EmptyState icon={<IconBuilding size={32} stroke={1.5} />} title={t('block.empty')} text={t('block.emptyText')} />
    );
  const place = table.weeks.indexOf(table.week);
  const countOf = (kind: (typeof counted)[number], block: string): number =>
    table.rows.find((row) => row.kind === kind && row.block === block)?.counts[place] ?? 0;
  const isWarned = (kind: string, block: string): boolean =>
    table.warnings.some((warning) => warning.kind === kind && warning.block === block);
  return (
    <Table.ScrollContainer minWidth={620} type="native" tabIndex={0}>
      <Table aria-label={t('picture.table')} verticalSpacing={4} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('block.block')}</Table.Th>
            <Table.Th ta="right">{t('block.inmates')}</Table.Th>
            <Table.Th ta="right">{t('block.capacity')}</Table.Th>
            {counted.map((kind) => (
              <Table.Th key={kind} ta="right">
                {t(`indicatorKind.${kind}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {blocks.map(({ block, name, inmates, capacity, drawn }) => (
            <Table.Tr key={block}>
              <Table.Th scope="row">
                {block}{' '}
                <Text span size="xs" c="dimmed">
                  {drawn ? name : t('block.notDrawn')}
                </Text>
              </Table.Th>
              <Table.Td className={classes.count} data-warned={capacity > 0 && inmates > capacity}>
                {showNumber(inmates)}
              </Table.Td>
              <Table.Td className={classes.count}>{capacity === 0 ? '–' : showNumber(capacity)}</Table.Td>
              {counted.map((kind) => (
                <Table.Td key={kind} className={classes.count} data-warned={isWarned(kind, block)}>
                  {showNumber(countOf(kind, block))}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
