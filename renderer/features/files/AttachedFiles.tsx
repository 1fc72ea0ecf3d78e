import { ActionIcon, Button, Group, Modal, Stack, Table, Text, Tooltip } from '@mantine/core';
import { IconCheck, IconDownload, IconPaperclip, IconShieldCheck, IconTrash, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileRow } from '../../../shared/contract/files.ts';
import { wantedAct } from '../../../shared/domain/approval.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import type { StoredFile } from '../../../shared/domain/stored-file.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorState } from '../../components/States.tsx';
import { call, useCall } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { showBytes } from '../../lib/numbers.ts';
import { errorText, offerUndo, tellDone, tellError } from '../../lib/tell.tsx';
import { WorkProgress } from '../backup/WorkProgress.tsx';
import { AskApproval } from '../officers/AskApproval.tsx';

interface AttachedFilesProps {
  readonly on: StoredFile['on'];
  readonly writes: boolean;
  /** Whether this officer may take a copy out at all. */
  readonly copies: boolean;
}

/** The files that hang on a record: taken in as they are, checked, copied out, removed. */
export function AttachedFiles({ on, writes, copies }: AttachedFilesProps) {
  const { t } = useTranslation('files');
  const { data, error, refetch } = useCall('files.list', { on });
  const [busy, setBusy] = useState(false);
  const [sound, setSound] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [leaving, setLeaving] = useState<FileRow | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);

  async function told(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await work();
    } catch (failure) {
      // Stopped by the officer, who needs not be told.
      if (toSinergiError(failure).code === 'cancelled') return;
      if (wantedAct(failure) === undefined) tellError(failure);
      else setRefusal(failure);
    } finally {
      setBusy(false);
    }
  }
  const attach = () =>
    told(async () => {
      const { added } = await call('files.attach', { on });
      if (added !== null) tellDone(t('added', { name: added.name }));
    });
  const verify = (file: FileRow) =>
    told(async () => {
      const found = await call('files.verify', { id: file.id });
      setSound((known) => new Map(known).set(file.id, found.sound));
    });
  const remove = (file: FileRow) =>
    told(async () => {
      const { undoId } = await call('files.remove', { id: file.id, version: file.version });
      offerUndo(undoId, t('removed', { name: file.name }));
    });
  const copyOut = (file: FileRow) =>
    told(async () => {
      setLeaving(null);
      const { path } = await call('files.saveCopy', { id: file.id });
      if (path !== null) tellDone(t('copied', { path }));
    });

  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const files = data ?? [];
  return (
    <Stack gap="xs">
      {files.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('empty')}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={560} type="native" tabIndex={0}>
          <Table aria-label={t('title')} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('name')}</Table.Th>
                <Table.Th ta="right">{t('size')}</Table.Th>
                <Table.Th>{t('hash')}</Table.Th>
                <Table.Th>{t('addedBy')}</Table.Th>
                <Table.Th w={100}>
                  <span className="visually-hidden">{t('common:actions')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {files.map((file) => (
                <Table.Tr key={file.id}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    <Text size="sm">{file.name}</Text>
                    <Outcome lost={file.lost} sound={sound.get(file.id)} />
                  </Table.Td>
                  <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                    {showBytes(file.bytes)}
                  </Table.Td>
                  <Table.Td>
                    <Tooltip label={file.sha256} multiline maw={560}>
                      <Text size="xs" ff="monospace" tabIndex={0}>
                        {file.sha256.slice(0, 16)}…
                      </Text>
                    </Tooltip>
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm">{file.addedBy}</Text>
                    <Text size="xs" c="dimmed">
                      {showMoment(file.addedAt)}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <Group gap={2} wrap="nowrap" justify="flex-end">
                      <FileAct label={t('verify', { name: file.name })} busy={busy} onClick={() => void verify(file)}>
                        <IconShieldCheck size={16} />
                      </FileAct>
                      {copies && !file.lost && (
                        <FileAct label={t('copyOut', { name: file.name })} busy={busy} onClick={() => setLeaving(file)}>
                          <IconDownload size={16} />
                        </FileAct>
                      )}
                      {writes && (
                        <FileAct label={t('remove', { name: file.name })} busy={busy} onClick={() => void remove(file)}>
                          <IconTrash size={16} />
                        </FileAct>
                      )}
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {busy && <WorkProgress task="file" onlyOnceTold />}
      {writes && (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            loading={busy}
            leftSection={<IconPaperclip size={14} />}
            onClick={() => void attach()}
          >
            {t('add')}
          </Button>
        </Group>
      )}
      <ConfirmDialog
        opened={leaving !== null}
        title={t('leaving.title', { name: leaving?.name ?? '' })}
        consequence={t('leaving.text')}
        confirm={t('leaving.confirm')}
        onConfirm={() => {
          if (leaving !== null) void copyOut(leaving);
        }}
        onCancel={() => setLeaving(null)}
      />
      <Modal
        opened={refusal !== null}
        onClose={() => setRefusal(null)}
        title={t('leaving.approval')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Stack>
          <Text size="sm">{errorText(refusal)}</Text>
          <AskApproval error={refusal} onAsked={() => setRefusal(null)} />
        </Stack>
      </Modal>
    </Stack>
  );
}

interface FileActProps {
  readonly label: string;
  readonly busy: boolean;
  readonly children: ReactNode;
  onClick(): void;
}
const FileAct = ({ label, busy, children, onClick }: FileActProps) => (
  <Tooltip label={label}>
    <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={busy} onClick={onClick}>
      {children}
    </ActionIcon>
  </Tooltip>
);

function Outcome({ lost, sound }: { readonly lost: boolean; readonly sound: boolean | undefined }) {
  const { t } = useTranslation('files');
  if (!lost && sound === undefined) return null;
  const good = !lost && sound === true;
  return (
    <Group gap={4} role="status" c={good ? 'teal' : 'red'} wrap="nowrap">
      {good ? <IconCheck size={14} /> : <IconX size={14} />}
      <Text size="xs" inherit>
        {lost ? t('lost') : t(good ? 'sound' : 'unsound')}
      </Text>
    </Group>
  );
}
