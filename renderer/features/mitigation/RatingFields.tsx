import { Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { scale } from '../../../shared/domain/mitigation/threat.ts';

interface Rating {
  readonly likelihood: number;
  readonly impact: number;
}

interface RatingFieldsProps {
  readonly value: Rating;
  /** Said before both labels where two ratings stand on one form. */
  readonly of?: string;
  onChange(value: Rating): void;
}

/** How likely, and how bad. */
export function RatingFields({ value, of, onChange }: RatingFieldsProps) {
  const { t } = useTranslation('mitigation');
  const label = (text: string): string => (of === undefined ? text : `${of}: ${text}`);
  return (
    <SimpleGrid cols={2} spacing="sm">
      <Select
        label={label(t('risk.likelihood'))}
        allowDeselect={false}
        value={String(value.likelihood)}
        data={scale.map((step) => ({ value: String(step), label: t(`likelihood.${step}`) }))}
        onChange={(step) => onChange({ ...value, likelihood: Number(step) })}
      />
      <Select
        label={label(t('risk.impact'))}
        allowDeselect={false}
        value={String(value.impact)}
        data={scale.map((step) => ({ value: String(step), label: t(`impactOf.${step}`) }))}
        onChange={(step) => onChange({ ...value, impact: Number(step) })}
      />
    </SimpleGrid>
  );
}
