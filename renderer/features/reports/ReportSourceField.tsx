import { Autocomplete, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReportSource } from '../../../shared/domain/report.ts';
import { useCall } from '../../lib/api.ts';
import { useMay } from '../../lib/officer.ts';

interface ReportSourceFieldProps {
  readonly value: ReportSource;
  readonly error: string | undefined;
  onChange(source: ReportSource): void;
}

/** Where it was learnt from: named openly, or under a pseudonym and nothing else. */
export function ReportSourceField({ value, error, onChange }: ReportSourceFieldProps) {
  const { t } = useTranslation('reports');
  const sees = useMay('sources.pseudonyms');
  const known = useCall('sources.pseudonyms', {}, { enabled: sees });
  return (
    <SimpleGrid cols={2} spacing="sm">
      <Select
        label={t('sourceKind')}
        value={value.kind}
        allowDeselect={false}
        data={(['named', 'confidential'] as const).map((kind) => ({ value: kind, label: t(`sourceKinds.${kind}`) }))}
        onChange={(kind) =>
          onChange(
            kind === 'confidential' ? { kind: 'confidential', pseudonym: '' } : { kind: 'named', description: '' },
          )
        }
      />
      {value.kind === 'named' ? (
        <TextInput
          withAsterisk
          label={t('description')}
          value={value.description}
          maxLength={500}
          error={error}
          onChange={(event) => onChange({ kind: 'named', description: event.currentTarget.value })}
        />
      ) : (
        <Autocomplete
          withAsterisk
          label={t('pseudonym')}
          value={value.pseudonym}
          maxLength={60}
          error={error}
          data={(known.data ?? []).map(({ pseudonym }) => pseudonym)}
          onChange={(pseudonym) => onChange({ kind: 'confidential', pseudonym })}
        />
      )}
    </SimpleGrid>
  );
}
