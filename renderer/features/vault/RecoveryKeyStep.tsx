import { Alert, Button, Code, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useChange } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';

interface RecoveryKeyStepProps {
  readonly recoveryKey: string;
  onDone(): void;
}

/** Shown once; goes on only when the officer proves to have the key in front of him. */
export function RecoveryKeyStep({ recoveryKey, onDone }: RecoveryKeyStepProps) {
  const { t } = useTranslation('vault');
  const groups = recoveryKey.split('-');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const sheet = useChange('vault.saveRecoverySheet');

  async function save(): Promise<void> {
    const { path } = await sheet.mutateAsync({ recoveryKey });
    if (path !== null) tellDone(t('recovery.sheetSaved'));
  }

  function check(): void {
    const right = typed.trim().toUpperCase() === groups.at(-1)?.toUpperCase();
    setWrong(!right);
    if (right) onDone();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <Stack>
        <Title order={2}>{t('recovery.title')}</Title>
        <Alert color="orange">{t('recovery.text')}</Alert>
        <SimpleGrid cols={4} spacing={6} aria-label={t('recovery.title')} data-testid="recovery-key">
          {groups.map((group, index) => (
            <Code key={`${index}-${group}`} fz="md" ta="center" py={6}>
              {group}
            </Code>
          ))}
        </SimpleGrid>
        <Group>
          <Button
            variant="light"
            leftSection={<IconPrinter size={16} />}
            loading={sheet.isPending}
            onClick={() => void save().catch(tellError)}
          >
            {t('recovery.save')}
          </Button>
          <Button
            variant="subtle"
            onClick={() =>
              void call('app.copy', { text: recoveryKey })
                .then(() => tellDone(t('common:copied')))
                .catch(tellError)
            }
          >
            {t('common:copy')}
          </Button>
        </Group>
        <TextInput
          label={t('recovery.check')}
          value={typed}
          autoComplete="off"
          error={wrong ? t('recovery.checkWrong') : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit">
            <Text size="sm">{t('recovery.done')}</Text>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
