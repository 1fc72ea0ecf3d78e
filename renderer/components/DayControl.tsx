import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form';
import { useIssueText } from '../lib/forms.ts';
import { DateField } from './DateField.tsx';

interface DayControlProps<Values extends FieldValues, Output> {
  readonly control: Control<Values, unknown, Output>;
  readonly name: FieldPathByValue<Values, string | undefined>;
  readonly label: string;
  readonly required?: boolean;
}

/** A day of a form, with what is wrong about it. */
export function DayControl<Values extends FieldValues, Output>({
  control,
  name,
  label,
  required = false,
}: DayControlProps<Values, Output>) {
  const message = useIssueText();
  const { field, fieldState } = useController({ control, name });
  const value: unknown = field.value;
  return (
    <DateField
      required={required}
      label={label}
      value={typeof value === 'string' ? value : undefined}
      error={message(fieldState.error)}
      onChange={(day) => field.onChange(day ?? (required ? '' : undefined))}
      onBlur={field.onBlur}
    />
  );
}
