import { Anchor, MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../../shared/contract/people.ts';
import { useCall } from '../../lib/api.ts';

/** So many of a search are offered, and taken together when asked. */
const offered = 50;
const typingPause = 150;

interface PeopleFieldProps {
  readonly label: string;
  readonly description: string;
  readonly value: readonly string[];
  onChange(ids: readonly string[]): void;
}

/** People found by name or number, one by one or all that a search found. */
export function PeopleField({ label, description, value, onChange }: PeopleFieldProps) {
  const { t } = useTranslation('exchange');
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), typingPause);
  /** What those who were chosen are called; a later search may not find them. */
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const query = { text, role: null, sort: 'relevance', descending: false, offset: 0, limit: offered } as const;
  const { data } = useCall('people.search', query, { keepPrevious: true });
  const rows = text === '' ? [] : (data?.rows ?? []);
  const found = new Map(rows.map((row) => [row.id, labelOf(row)]));
  const fresh = rows.filter(({ id }) => !value.includes(id));

  function choose(ids: readonly string[]): void {
    setChosen(new Map(ids.map((id) => [id, found.get(id) ?? chosen.get(id) ?? id])));
    onChange(ids);
  }

  return (
    <div>
      <MultiSelect
        label={label}
        description={description}
        searchable
        hidePickedOptions
        searchValue={typed}
        onSearchChange={setTyped}
        nothingFoundMessage={text === '' ? undefined : t('send.nobody')}
        // The search has found them already, also where the name is written in another way.
        filter={({ options }) => options}
        value={[...value]}
        data={[...new Map([...chosen, ...found])].map(([id, name]) => ({ value: id, label: name }))}
        onChange={choose}
      />
      {fresh.length > 1 && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          mt={4}
          onClick={() => choose([...value, ...fresh.map(({ id }) => id)])}
        >
          {t('send.takeFound', { count: fresh.length })}
        </Anchor>
      )}
    </div>
  );
}

const labelOf = ({ name, registrationNumber, cell, nationalId, phone }: PersonRow): string =>
  [name, registrationNumber ?? cell ?? nationalId ?? phone].filter((part) => part !== null).join(' · ');
