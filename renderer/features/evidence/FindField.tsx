import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { useCall } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';

export type FindRow = Output<'evidence.finds'>[number];

interface FindFieldProps {
  readonly value: string | undefined;
  /** The row, so that the form can take over what the register says. */
  onChange(row: FindRow | undefined): void;
}

const typingPause = 150;

/** The row of the register of finds that an exhibit stands in. */
export function FindField({ value, onChange }: FindFieldProps) {
  const { t } = useTranslation('evidence');
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, typingPause);
  // What was chosen stands in the box like something typed.
  const [label, setLabel] = useState('');
  const { data: rows = [] } = useCall(
    'evidence.finds',
    { text: text === label ? '' : text, chosen: value ?? null },
    { keepPrevious: true },
  );
  const labelOf = ({ date, item, amount, place, cell, inmate }: FindRow): string =>
    [showDay(date), [item, amount].filter(Boolean).join(', '), place || cell, inmate].filter(Boolean).join(' · ');
  return (
    <Select
      clearable
      searchable
      label={t('find')}
      description={t('findHint')}
      nothingFoundMessage={t('findNone')}
      // Found already, by any word of the row.
      filter={({ options }) => options}
      data={rows.map((row) => ({ value: row.id, label: labelOf(row) }))}
      value={value ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => {
        const row = rows.find((each) => each.id === id);
        setLabel(row === undefined ? '' : labelOf(row));
        onChange(row);
      }}
    />
  );
}
