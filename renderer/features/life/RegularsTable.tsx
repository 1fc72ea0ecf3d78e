import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Regular } from '../../../shared/analysis/life.ts';
import type { LifeRow } from '../../../shared/contract/life.ts';
import { showDay, showTime } from '../../lib/dates.ts';
import { Other } from './LifeRows.tsx';

interface RegularsTableProps {
  readonly regulars: readonly Regular[];
  readonly events: readonly LifeRow[];
}

const most = 30;

/** Who and what comes up again and again, and when. */
export function RegularsTable({ regulars, events }: RegularsTableProps) {
  const { t } = useTranslation('life');
  if (regulars.length === 0) return <Text size="sm">{t('noRegulars')}</Text>;
  const names = new Map(events.map(({ other, otherName }) => [other, otherName]));
  const usually = ({ weekday, hour }: Regular): string =>
    [
      weekday === null ? '' : t('onDay', { weekday: t(`weekday.${weekday}`) }),
      hour === null ? '' : t('atHour', { hour: showTime(`${String(hour).padStart(2, '0')}:00`) }),
    ]
      .filter((part) => part !== '')
      .join(', ');
  return (
    <Table verticalSpacing={4} aria-label={t('regulars')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('who')}</Table.Th>
          <Table.Th>{t('what')}</Table.Th>
          <Table.Th ta="right">{t('times')}</Table.Th>
          <Table.Th ta="right">{t('weeks')}</Table.Th>
          <Table.Th>{t('usually')}</Table.Th>
          <Table.Th>{t('first')}</Table.Th>
          <Table.Th>{t('last')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {regulars.slice(0, most).map((regular) => (
          <Table.Tr key={`${regular.kind} ${regular.other}`}>
            <Table.Td>
              <Other other={regular.other} name={names.get(regular.other) ?? ''} />
            </Table.Td>
            <Table.Td>{t(`kind.${regular.kind}`)}</Table.Td>
            <Table.Td ta="right">{regular.count}</Table.Td>
            <Table.Td ta="right">{t('weeksOf', { weeks: regular.weeks, ofWeeks: regular.ofWeeks })}</Table.Td>
            <Table.Td>{usually(regular)}</Table.Td>
            <Table.Td>{showDay(regular.first)}</Table.Td>
            <Table.Td>{showDay(regular.last)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
