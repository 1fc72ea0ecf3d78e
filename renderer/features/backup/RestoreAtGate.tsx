import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, Output } from '../../../shared/contract.ts';
import { FormError } from '../../components/FormError.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { FolderField } from '../vault/FolderField.tsx';
import { NeededKeyFile } from '../vault/NeededKeyFile.tsx';
import { PassphraseField } from '../vault/PassphraseField.tsx';
import { parentFolder } from './parentFolder.ts';
import { UseRestored } from './UseRestored.tsx';
import { WorkProgress } from './WorkProgress.tsx';

interface RestoreAtGateProps {
  /** The vault used last, when there is one, damaged or not. */
  readonly known: string | null;
  onBack(): void;
  onReady(folder: string): void;
}

type Key = Input<'restoring.finish'>['first'];

/** After a disaster: a backup is chosen, put together beside what is left, and put into use by two officers. */
export function RestoreAtGate({ known, onBack, onReady }: RestoreAtGateProps) {
  const { t } = useTranslation('backup');
  const [restored, setRestored] = useState<{ report: Output<'restoring.restore'>; first: Key } | null>(null);
  return (
    <Stack>
      <Title order={2}>{t('disaster.title')}</Title>
      {restored === null ? (
        <ChooseBackup known={known} onBack={onBack} onRestored={(report, first) => setRestored({ report, first })} />
      ) : (
        <UseRestored report={restored.report} first={restored.first} known={known} onReady={onReady} />
      )}
    </Stack>
  );
}

interface ChooseBackupProps {
  readonly known: string | null;
  onBack(): void;
  onRestored(report: Output<'restoring.restore'>, first: Key): void;
}

function ChooseBackup({ known, onBack, onRestored }: ChooseBackupProps) {
  const { t } = useTranslation('backup');
  const [from, setFrom] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [into, setInto] = useState(known === null ? '' : parentFolder(known));
  const [officerName, setOfficerName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [keyFile, setKeyFile] = useState('');
  const backups = useCall('backups.list', { folder: from }, { enabled: from !== '' });
  const restore = useChange('restoring.restore');
  const newest = backups.data?.find(({ state }) => state === 'whole')?.name;
  const backup = chosen ?? newest;
  const ready = backup !== undefined && into !== '' && passphrase !== '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!ready || restore.isPending) return;
    const name = officerName.trim();
    const first = { passphrase, ...(name === '' ? {} : { officerName: name }), ...(keyFile === '' ? {} : { keyFile }) };
    restore.mutate({ from, backup, into, ...first }, { onSuccess: (report) => onRestored(report, first) });
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{t('disaster.text')}</Text>
        <FolderField
          purpose="open"
          label={t('disaster.from')}
          hint={t('disaster.fromHint')}
          value={from}
          onChange={(folder) => {
            setFrom(folder);
            setChosen(null);
          }}
        />
        <FormError error={backups.error} />
        {backups.data?.length === 0 && <Text c="var(--warn-text)">{t('list.empty')}</Text>}
        {backups.data !== undefined && backups.data.length > 0 && (
          <Select
            label={t('disaster.which')}
            allowDeselect={false}
            data={backups.data.map(({ name, at, state }) => ({
              value: name,
              label:
                state === 'whole'
                  ? showMoment(at)
                  : t('disaster.bad', { at: showMoment(at), state: t(`state.${state}`) }),
              disabled: state !== 'whole',
            }))}
            value={backup ?? null}
            onChange={setChosen}
          />
        )}
        <FolderField
          purpose="create"
          label={t('restore.into')}
          hint={t('restore.intoHint')}
          value={into}
          onChange={setInto}
        />
        <TextInput
          label={t('restore.officer')}
          value={officerName}
          onChange={(event) => setOfficerName(event.currentTarget.value)}
        />
        <PassphraseField label={t('restore.passphrase')} value={passphrase} onChange={setPassphrase} />
        <NeededKeyFile refusal={restore.error} value={keyFile} onChange={setKeyFile} />
        {restore.isPending && <WorkProgress task="restore" />}
        <FormError error={restore.error} />
        <Group justify="space-between">
          <Button variant="default" disabled={restore.isPending} onClick={onBack}>
            {t('common:back')}
          </Button>
          <Button type="submit" disabled={!ready} loading={restore.isPending}>
            {t('restore.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
