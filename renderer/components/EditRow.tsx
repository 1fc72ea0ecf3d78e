import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EditRowProps {
  /** Names the button that takes the row away. */
  readonly removeLabel: string;
  readonly children: ReactNode;
  onRemove(): void;
}

/** One row of a form's list: its fields, and a button that takes it away. */
export function EditRow({ removeLabel, children, onRemove }: EditRowProps) {
  return (
    <Group align="flex-start" gap="xs" wrap="nowrap">
      {children}
      {/* Beside the fields, below their labels. */}
      <ActionIcon variant="subtle" color="gray" mt={26} aria-label={removeLabel} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}

/** Puts another row at the end of a form's list. */
export function AddRow({ label, onAdd }: { readonly label: string; onAdd(): void }) {
  return (
    <Group>
      <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} onClick={onAdd}>
        {label}
      </Button>
    </Group>
  );
}
