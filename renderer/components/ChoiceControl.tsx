import { Select } from '@mantine/core';
import { type Control, Controller, type FieldPathByValue, type FieldValues } from 'react-hook-form';
import { useIssueText } from '../lib/forms.ts';

interface ChoiceControlProps<Values extends FieldValues, Output> {
  readonly control: Control<Values, unknown, Output>;
  readonly name: FieldPathByValue<Values, string | undefined>;
  readonly label: string;
  readonly description?: string | undefined;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly required?: boolean;
  /** Whether the dialog opens with this field ready to be used. */
  readonly first?: boolean;
}

/** One of a few values of a form; one is always chosen. */
export function ChoiceControl<Values extends FieldValues, Output>({
  control,
  name,
  label,
  description,
  data,
  required = false,
  first = false,
}: ChoiceControlProps<Values, Output>) {
  const message = useIssueText();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => {
        const value: unknown = field.value;
        return (
          <Select
            {...(first ? { 'data-autofocus': true } : {})}
            ref={field.ref}
            withAsterisk={required}
            label={label}
            description={description}
            allowDeselect={false}
            data={data}
            value={typeof value === 'string' && value !== '' ? value : null}
            error={message(fieldState.error)}
            onChange={(chosen) => field.onChange(chosen ?? value)}
            onBlur={field.onBlur}
          />
        );
      }}
    />
  );
}
