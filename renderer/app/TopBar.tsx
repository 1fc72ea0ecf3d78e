import { ActionIcon, Button, Group, SegmentedControl, Text, useMantineColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconLayoutSidebar, IconLock, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '../../shared/domain/basics.ts';
import { call } from '../lib/api.ts';
import { setLanguage } from '../lib/i18n.ts';
import { tellError } from '../lib/tell.tsx';

interface TopBarProps {
  readonly vaultFolder: string;
  readonly officer: string;
  onToggle(): void;
}

export function TopBar({ vaultFolder, officer, onToggle }: TopBarProps) {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark';
  const name = vaultFolder.split(/[/\\]/).at(-1) ?? '';

  return (
    <Group h="100%" px="xs" gap="sm" wrap="nowrap" justify="space-between">
      <Group gap="xs" wrap="nowrap">
        <ActionIcon variant="subtle" color="gray" aria-label={t('nav.label')} onClick={onToggle}>
          <IconLayoutSidebar size={18} stroke={1.6} />
        </ActionIcon>
        <Text fw={600} size="md">
          Sinergi
        </Text>
        <Text size="xs" c="dimmed" truncate maw={200} title={vaultFolder}>
          {name}
        </Text>
      </Group>
      <Button
        variant="default"
        size="xs"
        w={420}
        justify="flex-start"
        leftSection={<IconSearch size={14} />}
        onClick={() => spotlight.open()}
      >
        <Text size="xs" c="dimmed">
          {t('top.search')}
        </Text>
      </Button>
      <Group gap="xs" wrap="nowrap">
        <Text size="xs" c="dimmed" truncate maw={160}>
          {officer}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t('top.language')}
          value={i18n.language}
          data={[
            { value: 'id', label: 'ID' },
            { value: 'en', label: 'EN' },
          ]}
          onChange={(value) => void setLanguage(languageSchema.parse(value)).catch(tellError)}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${t('top.theme')}: ${dark ? t('theme.light') : t('theme.dark')}`}
          onClick={() => setColorScheme(dark ? 'light' : 'dark')}
        >
          {dark ? <IconSun size={18} stroke={1.6} /> : <IconMoon size={18} stroke={1.6} />}
        </ActionIcon>
        <Button
          size="xs"
          variant="light"
          leftSection={<IconLock size={14} />}
          onClick={() => void call('vault.lock', {}).catch(tellError)}
        >
          {t('top.lock')}
        </Button>
      </Group>
    </Group>
  );
}
