import { Button, Group, Modal, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconArrowRight, IconEdit, IconShieldCheck, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/contract/cases.ts';
import type { ExhibitView } from '../../../shared/contract/evidence.ts';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { call, useCall, useChange } from '../../lib/api.ts';
import { showDay, showMoment, showTime } from '../../lib/dates.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import { AttachedFiles } from '../files/AttachedFiles.tsx';
import { CustodyDialog } from './CustodyDialog.tsx';
import { ExhibitDialog } from './ExhibitDialog.tsx';
import { VerificationNote } from './VerificationNote.tsx';

interface ExhibitPanelProps {
  readonly view: CaseView;
  readonly id: string;
  readonly writes: boolean;
  readonly copies: boolean;
  onClose(): void;
}

/** One exhibit: what it is, its files, and its chain of custody. */
export function ExhibitPanel({ view, id, writes, copies, onClose }: ExhibitPanelProps) {
  const { t } = useTranslation('evidence');
  const { data, error, refetch } = useCall('evidence.get', { id });
  const [task, setTask] = useState<'change' | 'custody' | null>(null);
  const verify = useChange('evidence.verify');

  async function remove({ exhibit }: ExhibitView): Promise<void> {
    try {
      const { undoId } = await call('evidence.remove', { id, version: exhibit.version });
      offerUndo(undoId, t('removed', { number: exhibit.number }));
      onClose();
    } catch (failure) {
      tellError(failure);
    }
  }

  return (
    <>
      <Modal
        opened={task === null}
        onClose={onClose}
        size={900}
        title={data === undefined ? t('title') : data.exhibit.number}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {error !== null ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <LoadingState />
        ) : (
          <Stack gap="md">
            <Facts view={data} />
            <section aria-label={t('filesTitle')}>
              <Title order={3} size="h5" mb={4}>
                {t('filesTitle')}
              </Title>
              <AttachedFiles on={{ collection: 'exhibits', id }} writes={writes} copies={copies} />
            </section>
            <section aria-label={t('custody.title')}>
              <Title order={3} size="h5" mb={4}>
                {t('custody.title')}
              </Title>
              <Custody view={data} />
            </section>
            {verify.data !== undefined && <VerificationNote found={verify.data} />}
            <Group justify="flex-end" gap="xs">
              {writes && (
                <Button
                  variant="subtle"
                  color="gray"
                  leftSection={<IconTrash size={16} />}
                  onClick={() => void remove(data)}
                >
                  {t('common:remove')}
                </Button>
              )}
              {writes && (
                <Button variant="default" leftSection={<IconEdit size={16} />} onClick={() => setTask('change')}>
                  {t('common:edit')}
                </Button>
              )}
              <Button
                variant="default"
                leftSection={<IconShieldCheck size={16} />}
                loading={verify.isPending}
                onClick={() => verify.mutate({ id }, { onError: tellError })}
              >
                {t('verify')}
              </Button>
              {writes && (
                <Button leftSection={<IconArrowRight size={16} />} onClick={() => setTask('custody')}>
                  {t('custody.add')}
                </Button>
              )}
            </Group>
          </Stack>
        )}
      </Modal>
      {task === 'change' && data !== undefined && (
        <ExhibitDialog view={view} exhibit={data.exhibit} onClose={() => setTask(null)} onSaved={() => setTask(null)} />
      )}
      {task === 'custody' && data !== undefined && (
        <CustodyDialog exhibit={data.exhibit} onClose={() => setTask(null)} />
      )}
    </>
  );
}

function Facts({ view: { exhibit, personName } }: { readonly view: ExhibitView }) {
  const { t } = useTranslation('evidence');
  const seized = `${showDay(exhibit.seizedOn)}${exhibit.seizedAt === undefined ? '' : `, ${showTime(exhibit.seizedAt)}`}`;
  const facts = [
    ['description', exhibit.description],
    ['kind', t(`domain:exhibitKind.${exhibit.kind}`)],
    ['gross', exhibit.gross],
    ['net', exhibit.net],
    ['count', exhibit.count],
    ['packaging', exhibit.packaging],
    ['seized', `${seized}, ${exhibit.place}`],
    ['seizedBy', exhibit.seizedBy],
    ['foundOn', personName ?? undefined],
    ['heldBy', exhibit.heldBy],
    ['note', exhibit.note],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md" verticalSpacing="xs">
      {facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <Stack gap={0} key={name}>
            <Text size="xs" c="dimmed">
              {t(name)}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </Stack>
        ))}
    </SimpleGrid>
  );
}

function Custody({ view: { custody } }: { readonly view: ExhibitView }) {
  const { t } = useTranslation('evidence');
  return (
    <Table.ScrollContainer minWidth={640} type="native" tabIndex={0}>
      <Table aria-label={t('custody.title')} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={28} />
            <Table.Th>{t('custody.when')}</Table.Th>
            <Table.Th>{t('custody.what')}</Table.Th>
            <Table.Th>{t('custody.fromTo')}</Table.Th>
            <Table.Th>{t('custody.recorded')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {custody.map((step) => (
            <Table.Tr key={step.id}>
              <Table.Td>{step.sequence}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{showMoment(step.at)}</Table.Td>
              <Table.Td>
                <Text size="sm" fw={500}>
                  {t(`domain:custodyKind.${step.kind}`)}
                </Text>
                <Text size="xs" c="dimmed">
                  {step.reason}
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{`${step.from} → ${step.to}`}</Text>
                <Text size="xs" c="dimmed">
                  {step.place}
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{step.by}</Text>
                <Text size="xs" c="dimmed">
                  {showMoment(step.recordedAt)}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
