import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../lib/api.ts';

interface CasesFieldProps {
  readonly value: readonly string[];
  onChange(value: string[]): void;
}

/** Cases something is about; they decide who may know of it. */
export function CasesField({ value, onChange }: CasesFieldProps) {
  const { t } = useTranslation('coordination');
  const cases = useCall('cases.list', {});
  return (
    <MultiSelect
      searchable
      label={t('operation.cases')}
      description={t('operation.casesHint')}
      value={[...value]}
      data={(cases.data ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
      onChange={onChange}
    />
  );
}
