import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface PickedPersonProps {
  readonly label: string;
  readonly name: string;
  readonly detail: string;
  onChange(): void;
}

/** Somebody chosen, and the way back to choosing. */
export function PickedPerson({ label, name, detail, onChange }: PickedPersonProps) {
  const { t } = useTranslation('desk');
  return (
    <Stack gap={2}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Group gap="xs">
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {detail}
        </Text>
        <Button size="compact-sm" variant="subtle" aria-label={`${t('change')}: ${label}`} onClick={onChange}>
          {t('change')}
        </Button>
      </Group>
    </Stack>
  );
}
