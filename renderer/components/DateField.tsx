import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import '../lib/dates.ts';

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

/** A day, typed as dd/mm/yyyy or picked. */
export function DateField({ label, value, error, required, description, onChange, onBlur }: DateFieldProps) {
  const { t, i18n } = useTranslation();
  return (
    <DateInput
      size="sm"
      label={label}
      description={description}
      placeholder={t('date.placeholder')}
      valueFormat="DD/MM/YYYY"
      locale={i18n.language}
      clearable={required !== true}
      withAsterisk={required ?? false}
      value={value ?? null}
      error={error}
      onChange={(day) => onChange(day ?? undefined)}
      onBlur={() => onBlur?.()}
    />
  );
}
