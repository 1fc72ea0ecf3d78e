import { Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { type Icon, IconChevronRight, IconDeviceFloppy, IconFolderOpen, IconKey, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { tellError } from '../../lib/tell.tsx';
import type { Step } from './steps.ts';
import classes from './Welcome.module.css';

export function Welcome({ onStep }: { onStep(step: Step): void }) {
  const { t } = useTranslation('vault');

  async function choose(): Promise<void> {
    const { folder } = await call('vault.chooseFolder', { purpose: 'open' });
    if (folder !== null) onStep({ kind: 'unlock', folder });
  }

  return (
    <Stack gap="lg">
      <div>
        <Title order={2}>{t('welcome.title')}</Title>
        <Text size="sm" mt={4}>
          {t('welcome.text')}
        </Text>
      </div>
      <div className={classes.choices}>
        <Choice
          icon={IconPlus}
          title={t('welcome.create')}
          text={t('welcome.createText')}
          onPick={() => onStep({ kind: 'create' })}
        />
        <Choice
          icon={IconFolderOpen}
          title={t('welcome.open')}
          text={t('welcome.openText')}
          onPick={() => void choose().catch(tellError)}
        />
        <Choice
          icon={IconKey}
          title={t('welcome.recover')}
          text={t('welcome.recoverText')}
          onPick={() => onStep({ kind: 'recover', folder: null })}
        />
        <Choice
          icon={IconDeviceFloppy}
          title={t('welcome.restore')}
          text={t('welcome.restoreText')}
          onPick={() => onStep({ kind: 'restore' })}
        />
      </div>
    </Stack>
  );
}

interface ChoiceProps {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  onPick(): void;
}

function Choice({ icon: Symbol, title, text, onPick }: ChoiceProps) {
  return (
    <UnstyledButton className={classes.choice} onClick={onPick}>
      <Symbol size={20} stroke={1.75} aria-hidden />
      <span className={classes.words}>
        <span className={classes.title}>{title}</span>
        <span className={classes.text}>{text}</span>
      </span>
      <IconChevronRight size={16} aria-hidden />
    </UnstyledButton>
  );
}
