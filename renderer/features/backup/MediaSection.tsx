import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconDeviceFloppy, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediumRow } from '../../../shared/contract/backups.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { FormError } from '../../components/FormError.tsx';
import { Section } from '../../components/Section.tsx';
import { SidePanel } from '../../components/SidePanel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange, useUnderWay } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { showBytes, showNumber } from '../../lib/numbers.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { AddMediumDialog } from './AddMediumDialog.tsx';
import { BackupList } from './BackupList.tsx';
import { WorkProgress } from './WorkProgress.tsx';

/** The media backups go to, each with the last backup on it. */
export function MediaSection() {
  const { t } = useTranslation('backup');
  const media = useCall('backups.media', {});
  const run = useChange('backups.run');
  const forget = useChange('backups.forget');
  const running = useUnderWay('backups.run');
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<MediumRow | null>(null);
  const [leaving, setLeaving] = useState<MediumRow | null>(null);

  const start = (medium: MediumRow): void =>
    run.mutate(
      { mediumId: medium.id },
      {
        onSuccess: ({ bytes, copiedBytes, kept }) =>
          tellDone(
            t('media.written', { bytes: showBytes(bytes), copied: showBytes(copiedBytes), kept: showNumber(kept) }),
          ),
      },
    );

  return (
    <Section
      title={t('media.title')}
      note={t('media.note')}
      actions={
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
          {t('media.add')}
        </Button>
      }
    >
      <Stack>
        {running && <WorkProgress task="backup" />}
        <FormError error={running ? null : run.error} />
        {media.error !== null && <ErrorState error={media.error} onRetry={() => void media.refetch()} />}
        {media.isPending && <LoadingState />}
        {media.data?.length === 0 && (
          <EmptyState icon={<IconDeviceFloppy size={32} stroke={1.4} />} title={t('media.empty')} />
        )}
        {media.data !== undefined && media.data.length > 0 && (
          <Table aria-label={t('media.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('media.label')}</Table.Th>
                <Table.Th>{t('media.folder')}</Table.Th>
                <Table.Th>{t('media.last')}</Table.Th>
                <Table.Th ta="right">{t('list.bytes')}</Table.Th>
                <Table.Th aria-label={t('common:actions')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {media.data.map((medium) => (
                <Table.Tr key={medium.id}>
                  <Table.Td fw={500}>{medium.label}</Table.Td>
                  <Table.Td>
                    <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                      {medium.folder}
                    </Text>
                  </Table.Td>
                  <Table.Td>{medium.last === null ? t('lastNever') : showMoment(medium.last.at)}</Table.Td>
                  <Table.Td ta="right">
                    {medium.last === null ? t('common:none') : showBytes(medium.last.bytes)}
                  </Table.Td>
                  <Table.Td>
                    <Group gap="xs" justify="flex-end" wrap="nowrap">
                      <Button
                        size="compact-sm"
                        disabled={running}
                        aria-label={t('media.runOn', { label: medium.label })}
                        onClick={() => start(medium)}
                      >
                        {t('media.run')}
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={t('media.showOn', { label: medium.label })}
                        onClick={() => setShown(medium)}
                      >
                        {t('media.show')}
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color="gray"
                        aria-label={t('media.forgetOf', { label: medium.label })}
                        onClick={() => setLeaving(medium)}
                      >
                        {t('media.forget')}
                      </Button>
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Stack>
      {adding && <AddMediumDialog onClose={() => setAdding(false)} />}
      <SidePanel
        opened={shown !== null}
        size={880}
        title={shown === null ? '' : t('list.title', { label: shown.label })}
        onClose={() => setShown(null)}
      >
        {shown !== null && <BackupList folder={shown.folder} />}
      </SidePanel>
      <ConfirmDialog
        opened={leaving !== null}
        title={t('media.forgetTitle', { label: leaving?.label ?? '' })}
        consequence={t('media.forgetConsequence')}
        confirm={t('media.forget')}
        busy={forget.isPending}
        onCancel={() => setLeaving(null)}
        onConfirm={() => {
          if (leaving !== null)
            forget.mutate({ id: leaving.id }, { onError: tellError, onSettled: () => setLeaving(null) });
        }}
      />
    </Section>
  );
}
