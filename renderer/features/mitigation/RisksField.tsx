import { MultiSelect } from '@mantine/core';
import { useCall } from '../../lib/api.ts';

interface RisksFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  onChange(ids: string[]): void;
}

/** Threats of the register something belongs to. */
export function RisksField({ label, value, onChange }: RisksFieldProps) {
  const { data = [] } = useCall('risks.list', {});
  return (
    <MultiSelect
      searchable
      label={label}
      value={[...value]}
      data={data.map(({ risk }) => ({ value: risk.id, label: `${risk.number} ${risk.title}` }))}
      onChange={onChange}
    />
  );
}
