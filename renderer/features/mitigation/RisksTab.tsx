import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconPlus, IconShieldExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RiskRow } from '../../../shared/contract/mitigation.ts';
import { levelOf } from '../../../shared/domain/mitigation/threat.ts';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { dayFromToday, showDay } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { RiskForm } from './RiskForm.tsx';
import { RiskMatrix } from './RiskMatrix.tsx';
import { RiskPanel } from './RiskPanel.tsx';

/** The register of threats: on the matrix, and one by one. */
export function RisksTab() {
  const { t } = useTranslation('mitigation');
  const { data, error, refetch } = useCall('risks.list', {});
  const writes = useMay('mitigation.write');
  const [adding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  const opened = data.find(({ risk }) => risk.id === openId);
  const add = writes && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('risk.add')}
    </Button>
  );
  return (
    <Stack gap="md">
      {data.length === 0 ? (
        <EmptyState
          icon={<IconShieldExclamation size={36} stroke={1.4} />}
          title={t('risk.empty')}
          text={t('risk.emptyText')}
          action={add}
        />
      ) : (
        <>
          <Group justify="flex-end">{add}</Group>
          <RiskMatrix rows={data} onOpen={setOpenId} />
          <RiskTable rows={data} onOpen={setOpenId} />
        </>
      )}
      {adding && <RiskForm onClose={() => setAdding(false)} />}
      {opened !== undefined && <RiskPanel row={opened} onClose={() => setOpenId(null)} />}
    </Stack>
  );
}

function RiskTable({ rows, onOpen }: { readonly rows: readonly RiskRow[]; onOpen(id: string): void }) {
  const { t } = useTranslation('mitigation');
  const today = dayFromToday(0);
  return (
    <Table.ScrollContainer minWidth={760} type="native" tabIndex={0}>
      <Table aria-label={t('tab.risks')} verticalSpacing={6} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={90}>{t('risk.number')}</Table.Th>
            <Table.Th>{t('risk.title')}</Table.Th>
            <Table.Th>{t('risk.kind')}</Table.Th>
            <Table.Th>{t('risk.blocks')}</Table.Th>
            <Table.Th>{t('risk.level')}</Table.Th>
            <Table.Th>{t('risk.residual')}</Table.Th>
            <Table.Th>{t('risk.reviewOn')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ risk, level, rating }) => (
            <Table.Tr key={risk.id} opacity={risk.closed === undefined ? 1 : 0.6}>
              <Table.Td>{risk.number}</Table.Td>
              <Table.Td>
                <Button variant="transparent" size="compact-sm" p={0} onClick={() => onOpen(risk.id)}>
                  {risk.title}
                </Button>
              </Table.Td>
              <Table.Td>{t(`threat.${risk.kind}`)}</Table.Td>
              <Table.Td>{risk.blocks.length === 0 ? t('risk.everywhere') : risk.blocks.join(', ')}</Table.Td>
              <Table.Td>
                <Badge variant="default" tt="none">
                  {t(`level.${level}`)} · {rating.likelihood} × {rating.impact}
                </Badge>
              </Table.Td>
              <Table.Td>{t(`level.${levelOf(risk.residual)}`)}</Table.Td>
              <Table.Td>
                {risk.closed === undefined ? showDay(risk.reviewOn) : t('risk.closed')}
                {risk.closed === undefined && risk.reviewOn <= today && (
                  <Text size="xs" c="red">
                    {t('risk.reviewDue')}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
