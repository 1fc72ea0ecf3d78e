import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingRow } from '../../../shared/contract/detection.ts';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { showDay, showTime } from '../../lib/dates.ts';
import { PersonLinks } from './PersonLinks.tsx';

const limit = 50;

interface EvidenceRowsProps {
  /** Whether the finding is of the last run or one that was kept. */
  readonly of: 'detection.rows' | 'alerts.rows';
  readonly finding: FindingRow;
  readonly label: string;
}

/** The rows of registers a finding rests on, oldest first. */
export function EvidenceRows({ of, finding, label }: EvidenceRowsProps) {
  const { t } = useTranslation('detection');
  const [offset, setOffset] = useState(0);
  const evidence = useCall(of, { id: finding.id, offset, limit }, { keepPrevious: true });
  if (evidence.isPending) return <LoadingState />;
  if (evidence.isError) return <ErrorState error={evidence.error} />;
  const { rows, total } = evidence.data;
  return (
    <>
      <Table verticalSpacing={4} aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('evidence.date')}</Table.Th>
            <Table.Th>{t('evidence.register')}</Table.Th>
            <Table.Th>{t('evidence.person')}</Table.Th>
            <Table.Th>{t('inmates')}</Table.Th>
            <Table.Th>{t('evidence.said')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ id, register, date, time, inmate, person, said }) => (
            <Table.Tr key={id}>
              <Table.Td>
                {showDay(date)}
                {time !== null && `, ${showTime(time)}`}
              </Table.Td>
              <Table.Td>{t(`domain:registerKind.${register}`)}</Table.Td>
              <Table.Td>{person === null ? t('common:none') : <PersonLinks people={[person]} />}</Table.Td>
              <Table.Td>{inmate === null ? t('common:none') : <PersonLinks people={[inmate]} />}</Table.Td>
              <Table.Td>{said === '' ? t('common:none') : said}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {total > limit && (
        <Group gap="xs" mt="xs">
          <Button variant="default" size="compact-sm" disabled={offset === 0} onClick={() => setOffset(offset - limit)}>
            {t('previous')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            disabled={offset + limit >= total}
            onClick={() => setOffset(offset + limit)}
          >
            {t('next')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('place', { from: offset + 1, until: Math.min(total, offset + limit), total })}
          </Text>
        </Group>
      )}
    </>
  );
}
