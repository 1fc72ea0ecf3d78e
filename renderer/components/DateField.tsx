import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import '../lib/dates.ts';
import { readTypedDate } from '../lib/typedDate.ts';

interface DateFieldProps {
  readonly label: string;
  /** `2026-03-02`, or empty. */
  readonly value: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly description?: string;
  onChange(value: string | undefined): void;
  onBlur?(): void;
}

/** A day, typed as 02/03/2026, 2-3-2026 or 2.3.2026, or picked from a calendar. */
export function DateField({ label, value, error, required, description, onChange, onBlur }: DateFieldProps) {
  const { t } = useTranslation();
  return (
    <DateInput
      label={label}
      description={description}
      placeholder={t('date.placeholder')}
      valueFormat="DD/MM/YYYY"
      dateParser={readTypedDate}
      clearable={required !== true}
      withAsterisk={required ?? false}
      value={value === undefined || value === '' ? null : value}
      error={error}
      rightSection={<IconCalendar size={16} aria-hidden />}
      rightSectionPointerEvents="none"
      popoverProps={{ transitionProps: { duration: 0 } }}
      previousLabel={t('date.previous')}
      nextLabel={t('date.next')}
      onChange={(day) => onChange(day ?? undefined)}
      onBlur={() => onBlur?.()}
    />
  );
}
