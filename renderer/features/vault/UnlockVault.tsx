import { Alert, Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import { useCall, useChange } from '../../lib/api.ts';
import { errorText } from '../../lib/tell.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import type { Step } from './VaultGate.tsx';

interface UnlockVaultProps {
  readonly folder: string;
  onStep(step: Step): void;
  onOpened(report: Output<'vault.open'>): void;
}

export function UnlockVault({ folder, onStep, onOpened }: UnlockVaultProps) {
  const { t } = useTranslation('vault');
  const about = useCall('app.about', {});
  const open = useChange('vault.open');
  const [passphrase, setPassphrase] = useState('');
  const [officerName, setOfficerName] = useState('');
  const needsName =
    open.error !== null && ['officer-required', 'officer-unknown'].includes(toSinergiError(open.error).code);
  const demo = about.data?.demo;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (passphrase === '') return;
    const name = officerName.trim();
    try {
      onOpened(await open.mutateAsync({ folder, passphrase, ...(name === '' ? {} : { officerName: name }) }));
    } catch {
      // Shown below the field; what was typed stays, so that one wrong letter can be mended.
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <Stack gap={2}>
          <Title order={2}>{t('unlock.title')}</Title>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {folder}
          </Text>
        </Stack>
        {demo != null && (
          <Alert color="blue" icon={<IconInfoCircle size={16} />}>
            <Text size="sm">{t('unlock.demo')}</Text>
            <Group justify="space-between" mt={4}>
              <Text size="sm" fw={600}>
                {t('unlock.demoPassphrase', { passphrase: demo.passphrase })}
              </Text>
              <Button size="compact-sm" variant="light" onClick={() => setPassphrase(demo.passphrase)}>
                {t('unlock.demoFill')}
              </Button>
            </Group>
          </Alert>
        )}
        {needsName && (
          <TextInput
            label={t('officerName')}
            value={officerName}
            onChange={(event) => setOfficerName(event.currentTarget.value)}
          />
        )}
        <PassphraseField focused label={t('passphrase')} value={passphrase} onChange={setPassphrase} />
        {open.error !== null && (
          <Alert color="red" icon={<IconAlertTriangle size={16} />} role="alert">
            {errorText(open.error)}
          </Alert>
        )}
        <Group justify="space-between">
          <Group gap="md">
            <Anchor component="button" type="button" size="sm" onClick={() => onStep({ kind: 'welcome' })}>
              {t('unlock.other')}
            </Anchor>
            <Anchor component="button" type="button" size="sm" onClick={() => onStep({ kind: 'recover', folder })}>
              {t('unlock.forgot')}
            </Anchor>
          </Group>
          <Button type="submit" loading={open.isPending}>
            {t('unlock.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
