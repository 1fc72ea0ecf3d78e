import { Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Marking, markingSchema, markings } from '../../../shared/domain/basics.ts';
import type { Handling } from '../../../shared/domain/handling.ts';
import { HandlingFields } from '../exchange/HandlingFields.tsx';

interface MarkingFieldsProps {
  readonly marking: Marking;
  readonly handling: Handling;
  onMarking(marking: Marking): void;
  onHandling(handling: Handling): void;
}

/** How secret something is, and under which conditions it may be passed on. */
export function MarkingFields({ marking, handling, onMarking, onHandling }: MarkingFieldsProps) {
  const { t } = useTranslation('coordination');
  return (
    <Stack gap="sm">
      <Select
        label={t('marking')}
        value={marking}
        allowDeselect={false}
        data={markings.map((value) => ({ value, label: t(`domain:marking.${value}`) }))}
        onChange={(value) => onMarking(markingSchema.safeParse(value).data ?? marking)}
      />
      <HandlingFields value={handling} onChange={onHandling} />
    </Stack>
  );
}
