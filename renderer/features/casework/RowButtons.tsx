import { ActionIcon, Group } from '@mantine/core';
import { IconEdit, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface RowButtonsProps {
  /** What they change or remove, as people call it. */
  readonly name: string;
  onChange(): void;
  onRemove(): void;
}

export function RowButtons({ name, onChange, onRemove }: RowButtonsProps) {
  const { t } = useTranslation('casework');
  return (
    <Group gap={2} wrap="nowrap" justify="flex-end">
      <ActionIcon variant="subtle" color="gray" aria-label={t('changeNamed', { name })} onClick={onChange}>
        <IconEdit size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t('removeNamed', { name })} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}
