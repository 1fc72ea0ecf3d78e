import { Autocomplete } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../lib/api.ts';

interface AgencyFieldProps {
  readonly label?: string;
  readonly value: string;
  readonly error?: string | undefined;
  onChange(agency: string): void;
  onBlur(): void;
}

/** An agency as it was written before, or a new one. */
export function AgencyField({ label, ...field }: AgencyFieldProps) {
  const { t } = useTranslation('coordination');
  const known = useCall('coordination.agencies', {});
  return <Autocomplete withAsterisk label={label ?? t('agency')} data={known.data ?? []} maxLength={200} {...field} />;
}
