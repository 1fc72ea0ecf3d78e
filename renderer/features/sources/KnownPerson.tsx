import { Button, Group, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { SourceCard } from '../../../shared/domain/source.ts';
import { useCall } from '../../lib/api.ts';
import { useMay } from '../../lib/officer.ts';

const offered = 8;

/** Ties a source to somebody in the register of people, for handlers who may see it. */
export function KnownPerson() {
  const reads = useMay('people.read');
  return reads ? <PersonField /> : null;
}

function PersonField() {
  const { t } = useTranslation('sources');
  const { setValue, watch } = useFormContext<SourceCard>();
  const personId = watch('personId');
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const known = useCall('people.get', { id: personId ?? '' }, { enabled: personId !== undefined });
  const found = useCall(
    'people.search',
    { text: asked, role: null, sort: 'relevance', descending: false, offset: 0, limit: offered },
    { enabled: asked !== '', keepPrevious: true },
  );
  if (personId !== undefined)
    return (
      <Group gap="xs">
        <Text size="sm" fw={500}>
          {t('card.person')}: {known.data?.person.name ?? '…'}
        </Text>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => setValue('personId', undefined, { shouldDirty: true })}
        >
          {t('common:remove')}
        </Button>
      </Group>
    );
  return (
    <Select
      label={`${t('card.person')} (${t('common:optional')})`}
      placeholder={t('common:search')}
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      data={(asked === '' ? [] : (found.data?.rows ?? [])).map((row) => ({
        value: row.id,
        label: [row.name, row.registrationNumber, row.phone].filter(Boolean).join(' · '),
      }))}
      value={null}
      onChange={(id) => setValue('personId', id ?? undefined, { shouldDirty: true })}
    />
  );
}
