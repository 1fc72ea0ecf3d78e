import { Autocomplete } from '@mantine/core';
import { type Control, Controller, type FieldPathByValue, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../lib/api.ts';
import { useIssueText } from '../../lib/forms.ts';

interface AgencyControlProps<Values extends FieldValues, Output> {
  readonly control: Control<Values, unknown, Output>;
  readonly name: FieldPathByValue<Values, string>;
  readonly label?: string;
}

/** An agency of a form, as it was written before, or a new one. */
export function AgencyControl<Values extends FieldValues, Output>({
  control,
  name,
  label,
}: AgencyControlProps<Values, Output>) {
  const { t } = useTranslation('coordination');
  const message = useIssueText();
  const known = useCall('coordination.agencies', {});
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => {
        const value: unknown = field.value;
        return (
          <Autocomplete
            withAsterisk
            label={label ?? t('agency')}
            data={known.data ?? []}
            maxLength={200}
            value={typeof value === 'string' ? value : ''}
            error={message(fieldState.error)}
            onChange={field.onChange}
            onBlur={field.onBlur}
          />
        );
      }}
    />
  );
}
