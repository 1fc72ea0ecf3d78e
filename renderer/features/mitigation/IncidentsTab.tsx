import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconPlus, IconUrgent } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../../shared/domain/mitigation/incident.ts';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showDay, showTime } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import { IncidentForm } from './IncidentForm.tsx';

type Opened = { readonly incident?: Incident };

/** Disturbances as they happened, the newest first. */
export function IncidentsTab() {
  const { t } = useTranslation('mitigation');
  const { data, error, refetch } = useCall('incidents.list', {});
  const writes = useMay('mitigation.write');
  const remove = useChange('incidents.remove');
  const [opened, setOpened] = useState<Opened | null>(null);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  const add = writes && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened({})}>
      {t('incident.add')}
    </Button>
  );
  function takeAway({ id, version, number }: Incident): void {
    remove.mutate(
      { id, version },
      { onSuccess: ({ undoId }) => offerUndo(undoId, t('incident.removed', { number })), onError: tellError },
    );
  }
  return (
    <Stack gap="sm">
      {data.length === 0 ? (
        <EmptyState
          icon={<IconUrgent size={36} stroke={1.4} />}
          title={t('incident.empty')}
          text={t('incident.emptyText')}
          action={add}
        />
      ) : (
        <>
          <Group justify="flex-end">{add}</Group>
          <Table.ScrollContainer minWidth={760} type="native" tabIndex={0}>
            <Table aria-label={t('tab.incidents')} verticalSpacing={6} highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={100}>{t('risk.number')}</Table.Th>
                  <Table.Th w={150}>{t('incident.on')}</Table.Th>
                  <Table.Th>{t('incident.summary')}</Table.Th>
                  <Table.Th>{t('block.block')}</Table.Th>
                  <Table.Th>{t('incident.lessons')}</Table.Th>
                  <Table.Th w={170}>
                    <span className="visually-hidden">{t('common:actions')}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.map((incident) => (
                  <Table.Tr key={incident.id}>
                    <Table.Td>{incident.number}</Table.Td>
                    <Table.Td>
                      {showDay(incident.happenedOn)}
                      {incident.happenedAt !== undefined && `, ${showTime(incident.happenedAt)}`}
                    </Table.Td>
                    <Table.Td>
                      {incident.summary}
                      <Text size="xs" c="dimmed">
                        {t(`threat.${incident.kind}`)} · {t('incident.severityOf', { severity: incident.severity })}
                      </Text>
                    </Table.Td>
                    <Table.Td>{incident.block ?? ''}</Table.Td>
                    <Table.Td>{incident.lessons}</Table.Td>
                    <Table.Td>
                      {writes && (
                        <Group gap={6} justify="flex-end" wrap="nowrap">
                          <Button
                            size="compact-sm"
                            variant="default"
                            aria-label={`${t('incident.change')}: ${incident.number}`}
                            onClick={() => setOpened({ incident })}
                          >
                            {t('common:edit')}
                          </Button>
                          <Button
                            size="compact-sm"
                            variant="default"
                            aria-label={`${t('common:remove')}: ${incident.number}`}
                            onClick={() => takeAway(incident)}
                          >
                            {t('common:remove')}
                          </Button>
                        </Group>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </>
      )}
      {opened !== null && <IncidentForm {...opened} onClose={() => setOpened(null)} />}
    </Stack>
  );
}
