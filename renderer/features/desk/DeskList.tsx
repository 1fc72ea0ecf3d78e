import { Button, Group, Table, Text } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskRow } from '../../../shared/contract/desk.ts';
import { DateField } from '../../components/DateField.tsx';
import { Section } from '../../components/Section.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { dayFromToday, showDay, showTime } from '../../lib/dates.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import { PersonLinks } from '../alerts/PersonLinks.tsx';

/** Who came on a day, the newest first, and who is still inside. */
export function DeskList() {
  const { t } = useTranslation('desk');
  const [day, setDay] = useState(() => dayFromToday(0));
  const visits = useCall('desk.list', { day }, { keepPrevious: true });
  const inside = (visits.data ?? []).filter(({ visit }) => visit.outcome === 'admitted' && visit.timeOut === null);
  return (
    <Section
      title={t('list', { day: showDay(day) })}
      note={inside.length > 0 && day === dayFromToday(0) && t('inside', { count: inside.length })}
      actions={<DateField label={t('day')} value={day} required onChange={(next) => setDay(next ?? day)} />}
    >
      {visits.isPending ? (
        <LoadingState />
      ) : visits.isError ? (
        <ErrorState error={visits.error} onRetry={() => void visits.refetch()} />
      ) : visits.data.length === 0 ? (
        <EmptyState icon={<IconDoorEnter size={32} />} title={t('empty')} text={t('emptyText')} />
      ) : (
        <Table verticalSpacing={6} aria-label={t('list', { day: showDay(day) })}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('col.in')}</Table.Th>
              <Table.Th>{t('col.out')}</Table.Th>
              <Table.Th>{t('col.visitor')}</Table.Th>
              <Table.Th>{t('col.inmate')}</Table.Th>
              <Table.Th>{t('col.relation')}</Table.Th>
              <Table.Th>{t('col.goods')}</Table.Th>
              <Table.Th>{t('col.by')}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t('common:actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {visits.data.map((row) => (
              <DeskRowView key={row.visit.id} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

function DeskRowView({ row: { visit, visitorName, inmateName, cell, byName } }: { readonly row: DeskRow }) {
  const { t } = useTranslation('desk');
  const leave = useChange('desk.leave');
  const withdraw = useChange('desk.withdraw');
  const { id, version, timeIn, timeOut, outcome, reason, filed, relation, goods } = visit;
  return (
    <Table.Tr>
      <Table.Td>{showTime(timeIn)}</Table.Td>
      <Table.Td>
        {outcome === 'turned-away' ? t('common:none') : timeOut === null ? t('notOut') : showTime(timeOut)}
      </Table.Td>
      <Table.Td>
        <PersonLinks people={[{ id: visit.visitorId, name: visitorName }]} />
        {outcome === 'turned-away' && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('turned', { reason })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <PersonLinks people={[{ id: visit.inmateId, name: inmateName }]} />
        <Text size="sm" c="dimmed">
          {cell}
        </Text>
      </Table.Td>
      <Table.Td>{relation}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{goods}</Table.Td>
      <Table.Td>{byName}</Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap" justify="flex-end">
          {outcome === 'admitted' && timeOut === null && (
            <Button
              size="compact-sm"
              variant="default"
              loading={leave.isPending}
              aria-label={t('outOf', { name: visitorName })}
              onClick={() => leave.mutate({ id, version, timeOut: dayjs().format('HH:mm') }, { onError: tellError })}
            >
              {t('out')}
            </Button>
          )}
          {filed === undefined ? (
            <Button
              size="compact-sm"
              variant="default"
              loading={withdraw.isPending}
              aria-label={t('withdrawOf', { name: visitorName })}
              onClick={() =>
                withdraw.mutate(
                  { id, version },
                  { onSuccess: ({ undoId }) => offerUndo(undoId, t('withdrawn')), onError: tellError },
                )
              }
            >
              {t('withdraw')}
            </Button>
          ) : (
            <Text size="sm" c="dimmed">
              {t('filed')}
            </Text>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
