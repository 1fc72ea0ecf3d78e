import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from './FieldGroup.tsx';

interface TextListFieldProps {
  readonly label: string;
  /** Name of one line, numbered: `Source {{n}}`. */
  readonly lineLabel: (n: number) => string;
  readonly addLabel: string;
  readonly description?: string;
  readonly value: readonly string[];
  readonly error?: string | undefined;
  readonly required?: boolean;
  onChange(value: string[]): void;
}

/** Several longer texts, one a line. Blank lines may stand while typing; saving leaves them out. */
export function TextListField(props: TextListFieldProps) {
  const { label, lineLabel, addLabel, description, value, error, required, onChange } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);

  function add(): void {
    onChange([...value, '']);
    // The new line exists after the next paint; whoever asked for it wants to type in it.
    requestAnimationFrame(() => [...(box.current?.querySelectorAll('input') ?? [])].at(-1)?.focus());
  }

  return (
    <FieldGroup label={label} description={description} required={required ?? false} ref={box}>
      <Stack gap={6}>
        {value.map((line, index) => (
          <Group key={`line-${String(index)}`} gap={6} wrap="nowrap" align="flex-start">
            <TextInput
              flex={1}
              aria-label={lineLabel(index + 1)}
              value={line}
              error={error !== undefined && index === 0}
              onChange={(event) => onChange(value.with(index, event.currentTarget.value))}
            />
            {value.length > 1 || line !== '' ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                aria-label={`${t('remove')}: ${lineLabel(index + 1)}`}
                onClick={() => onChange(value.toSpliced(index, 1))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            ) : null}
          </Group>
        ))}
        {error !== undefined && (
          <Text size="xs" c="var(--mantine-color-error)" role="alert">
            {error}
          </Text>
        )}
        <Group>
          <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={add}>
            {addLabel}
          </Button>
        </Group>
      </Stack>
    </FieldGroup>
  );
}
