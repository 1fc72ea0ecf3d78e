import { Group, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { actionCodes, type Handling, handlingSchema, sanitisationCodes } from '../../../shared/domain/handling.ts';

interface HandlingFieldsProps {
  readonly value: Handling;
  onChange(handling: Handling): void;
}

/** P, or C with both of its codes; under C the strictest is offered first. */
export function HandlingFields({ value, onChange }: HandlingFieldsProps) {
  const { t } = useTranslation('exchange');
  const set = (change: object): void => {
    const parsed = handlingSchema.safeParse({ ...value, ...change });
    if (parsed.success) onChange(parsed.data);
  };
  return (
    <Stack gap="sm">
      <Select
        label={t('send.code')}
        value={value.code}
        allowDeselect={false}
        data={(['P', 'C'] as const).map((code) => ({ value: code, label: t(`send.codes.${code}`) }))}
        onChange={(code) =>
          onChange(code === 'C' ? { code, action: 'A1', sanitisation: 'S2', note: '' } : { code: 'P' })
        }
      />
      {value.code === 'C' && (
        <Group grow>
          <Select
            label={t('send.action')}
            value={value.action}
            allowDeselect={false}
            data={actionCodes.map((code) => ({ value: code, label: t(`send.codes.${code}`) }))}
            onChange={(action) => set({ action })}
          />
          <Select
            label={t('send.sanitisation')}
            value={value.sanitisation}
            allowDeselect={false}
            data={sanitisationCodes.map((code) => ({ value: code, label: t(`send.codes.${code}`) }))}
            onChange={(sanitisation) => set({ sanitisation })}
          />
        </Group>
      )}
    </Stack>
  );
}
