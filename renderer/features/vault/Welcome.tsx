import { Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconFolderOpen, IconKey, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { tellError } from '../../lib/tell.tsx';
import type { Step } from './VaultGate.tsx';

export function Welcome({ onStep }: { onStep(step: Step): void }) {
  const { t } = useTranslation('vault');

  async function choose(): Promise<void> {
    const { folder } = await call('vault.chooseFolder', { purpose: 'open' });
    if (folder !== null) onStep({ kind: 'unlock', folder });
  }

  return (
    <Stack>
      <Stack gap={4}>
        <Title order={2}>{t('welcome.title')}</Title>
        <Text size="sm">{t('welcome.text')}</Text>
      </Stack>
      <Choice
        icon={<IconPlus size={20} />}
        title={t('welcome.create')}
        text={t('welcome.createText')}
        onPick={() => onStep({ kind: 'create' })}
      />
      <Choice
        icon={<IconFolderOpen size={20} />}
        title={t('welcome.open')}
        text={t('welcome.openText')}
        onPick={() => void choose().catch(tellError)}
      />
      <Choice
        icon={<IconKey size={20} />}
        title={t('welcome.recover')}
        text={t('welcome.recoverText')}
        onPick={() => onStep({ kind: 'recover', folder: null })}
      />
    </Stack>
  );
}

interface ChoiceProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  onPick(): void;
}

function Choice({ icon, title, text, onPick }: ChoiceProps) {
  return (
    <UnstyledButton
      onClick={onPick}
      p="sm"
      style={{ border: '1px solid var(--mantine-color-default-border)', borderRadius: 4 }}
    >
      <Group gap="sm" wrap="nowrap">
        {icon}
        <Stack gap={0}>
          <Text fw={500}>{title}</Text>
          <Text size="xs" c="dimmed">
            {text}
          </Text>
        </Stack>
      </Group>
    </UnstyledButton>
  );
}
