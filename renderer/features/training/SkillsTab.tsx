import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPassed, type OfficerSkills, type SkillRecord } from '../../../shared/domain/training/skill.ts';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { useMay } from '../../lib/officer.ts';
import { offerUndo, tellDone, tellError } from '../../lib/tell.tsx';
import { SkillForm } from './SkillForm.tsx';

/** Who holds which skill until when, and what a role still asks for. */
export function SkillsTab() {
  const { t } = useTranslation('training');
  const { data, error, refetch } = useCall('skills.team', {});
  const writes = useMay('skills.write');
  const print = useChange('skills.overview');
  const [adding, setAdding] = useState(false);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {data.every(({ records }) => records.length === 0) ? t('skills.emptyText') : ''}
        </Text>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} />}
            loading={print.isPending}
            onClick={() =>
              print.mutate(
                { language: currentLanguage() },
                {
                  onSuccess: ({ saved }) => {
                    if (saved !== null) tellDone(t('skills.printed', { path: saved.path }));
                  },
                  onError: tellError,
                },
              )
            }
          >
            {t('skills.overview')}
          </Button>
          {writes && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
              {t('skills.add')}
            </Button>
          )}
        </Group>
      </Group>
      <Table.ScrollContainer minWidth={760} type="native" tabIndex={0}>
        <Table aria-label={t('tab.skills')} verticalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={200}>{t('skills.officer')}</Table.Th>
              <Table.Th>{t('skills.held')}</Table.Th>
              <Table.Th w={280}>{t('skills.missing')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map((officer) => (
              <OfficerRow key={officer.officerId ?? officer.officer} row={officer} writes={writes} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {adding && <SkillForm officers={data.map(({ officer }) => officer)} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function OfficerRow({ row, writes }: { readonly row: OfficerSkills; readonly writes: boolean }) {
  const { t } = useTranslation('training');
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Th scope="row">
        {row.officer}
        <Text size="xs" c="dimmed">
          {row.roles.map((role) => t(`officers:role.${role}`)).join(', ')}
        </Text>
      </Table.Th>
      <Table.Td>
        {row.records.length === 0 && t('skills.empty')}
        {row.records.map((record) => (
          <RecordLine key={record.id} record={record} writes={writes} />
        ))}
      </Table.Td>
      <Table.Td>
        {row.missing.length === 0 && t('skills.complete')}
        {row.missing.map(({ role, skill, ended }) => (
          <Text size="sm" key={`${role} ${skill}`}>
            {t('skills.forRole', { role: t(`officers:role.${role}`), skill: t(`skill.${skill}`) })}
            {ended !== null && ` (${t('skills.ended', { day: showDay(ended) })})`}
          </Text>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}

function RecordLine({ record, writes }: { readonly record: SkillRecord; readonly writes: boolean }) {
  const { t } = useTranslation('training');
  const print = useChange('skills.certificate');
  const remove = useChange('skills.remove');
  const { id, version, skill, title, on, until, score, officer } = record;
  const about = t('skills.actionsOf', { skill: t(`skill.${skill}`), officer });
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs" mb={4}>
      <Text size="sm">
        <b>{t(`skill.${skill}`)}</b> · {title} · {showDay(on)}
        {score !== undefined && ` · ${score}/100`}
        {!isPassed(record) && ` (${t('skills.notPassed')})`}
        {until !== undefined && ` · ${t('skills.until', { day: showDay(until) })}`}
      </Text>
      <Group gap={4} wrap="nowrap">
        {isPassed(record) && (
          <Button
            size="compact-xs"
            variant="default"
            loading={print.isPending}
            aria-label={`${t('skills.certificate')}: ${about}`}
            onClick={() =>
              print.mutate(
                { id, language: currentLanguage() },
                {
                  onSuccess: ({ saved }) => {
                    if (saved !== null) tellDone(t('skills.printed', { path: saved.path }));
                  },
                  onError: tellError,
                },
              )
            }
          >
            {t('skills.certificate')}
          </Button>
        )}
        {writes && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${t('common:remove')}: ${about}`}
            onClick={() =>
              remove.mutate(
                { id, version },
                { onSuccess: ({ undoId }) => offerUndo(undoId, t('skills.removed')), onError: tellError },
              )
            }
          >
            {t('common:remove')}
          </Button>
        )}
      </Group>
    </Group>
  );
}
