import { ActionIcon, Button, Group, Paper, Stack } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ReportView } from '../../../shared/contract/reports.ts';
import type { ReportFields } from '../../../shared/domain/report.ts';
import { blankItem } from './reportDraft.ts';
import { ReportItemField } from './ReportItemField.tsx';

interface ReportItemsFieldProps {
  readonly form: UseFormReturn<ReportFields, unknown, ReportFields>;
  readonly people: ReportView['people'];
}

/** The facts of a report, one after the other, each graded by itself. */
export function ReportItemsField({ form, people }: ReportItemsFieldProps) {
  const { t } = useTranslation('reports');
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: 'items' });
  /** Names of people marked while the report is written. */
  const [names, setNames] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(Object.entries(people).map(([id, { name }]) => [id, name])),
  );
  return (
    <Stack gap="sm">
      {fields.map(({ id }, index) => {
        const number = index + 1;
        return (
          <Paper withBorder p="sm" key={id} component="section" aria-label={t('item', { number })}>
            <ReportItemField
              form={form}
              index={index}
              names={names}
              onNamed={(personId, name) => setNames({ ...names, [personId]: name })}
            />
            <Group justify="flex-end" gap={4} mt={6}>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={index === 0}
                aria-label={t('editor.up', { number })}
                onClick={() => move(index, index - 1)}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={number === fields.length}
                aria-label={t('editor.down', { number })}
                onClick={() => move(index, index + 1)}
              >
                <IconArrowDown size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={fields.length === 1}
                aria-label={t('editor.removeItem', { number })}
                onClick={() => remove(index)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          </Paper>
        );
      })}
      <Group>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => append(blankItem)}
        >
          {t('editor.addItem')}
        </Button>
      </Group>
    </Stack>
  );
}
