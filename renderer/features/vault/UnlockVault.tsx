import { Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { type ErrorCode, toSinergiError } from '../../../shared/errors.ts';
import { FormError } from '../../components/FormError.tsx';
import { useChange } from '../../lib/api.ts';
import { DemoNotice } from './DemoNotice.tsx';
import { NeededKeyFile } from './NeededKeyFile.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import type { Step } from './steps.ts';

/** Refusals that a name, or another one, may mend. */
const aboutOfficer: readonly ErrorCode[] = [
  'officer-required',
  'officer-unknown',
  'officer-disabled',
  'officer-invited',
];

interface UnlockVaultProps {
  readonly folder: string;
  /** Passphrase of the demonstration vault when this is it. */
  readonly demoPassphrase: string | null;
  onStep(step: Step): void;
  onOpened(report: Output<'vault.open'>): void;
}

export function UnlockVault({ folder, demoPassphrase, onStep, onOpened }: UnlockVaultProps) {
  const { t } = useTranslation('vault');
  const open = useChange('vault.open');
  const [passphrase, setPassphrase] = useState('');
  const [officerName, setOfficerName] = useState('');
  const [keyFile, setKeyFile] = useState('');
  const refusal = open.error === null ? null : toSinergiError(open.error).code;
  const needsName = refusal !== null && aboutOfficer.includes(refusal);

  // What was typed stays after a refusal, so that one wrong letter can be mended.
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (passphrase === '' || open.isPending) return;
    const name = officerName.trim();
    open.mutate(
      {
        folder,
        passphrase,
        ...(name === '' ? {} : { officerName: name }),
        ...(keyFile === '' ? {} : { keyFile }),
      },
      { onSuccess: onOpened },
    );
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <div>
          <Title order={2}>{t('unlock.title')}</Title>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {folder}
          </Text>
        </div>
        {demoPassphrase !== null && (
          <DemoNotice passphrase={demoPassphrase} onFill={() => setPassphrase(demoPassphrase)} />
        )}
        {(needsName || officerName !== '') && (
          <TextInput
            label={t('officerName')}
            value={officerName}
            onChange={(event) => setOfficerName(event.currentTarget.value)}
          />
        )}
        <PassphraseField focused label={t('passphrase')} value={passphrase} onChange={setPassphrase} />
        <NeededKeyFile refusal={open.error} value={keyFile} onChange={setKeyFile} />
        <FormError error={open.error} />
        <Group justify="space-between">
          <Group gap="lg">
            <Anchor component="button" type="button" size="sm" onClick={() => onStep({ kind: 'welcome' })}>
              {t('unlock.other')}
            </Anchor>
            <Anchor component="button" type="button" size="sm" onClick={() => onStep({ kind: 'recover', folder })}>
              {t('unlock.forgot')}
            </Anchor>
            <Anchor component="button" type="button" size="sm" onClick={() => onStep({ kind: 'activate', folder })}>
              {t('officers:activate.open')}
            </Anchor>
          </Group>
          <Button type="submit" loading={open.isPending} disabled={passphrase === ''}>
            {t('unlock.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
