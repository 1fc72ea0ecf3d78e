import { Autocomplete } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../lib/api.ts';
import { useFirstFocus } from '../../lib/focus.ts';

interface RelationFieldProps {
  /** Null for somebody new. */
  readonly visitorId: string | null;
  readonly inmateId: string;
  readonly value: string;
  onChange(relation: string): void;
}

const lastVisits = 50;

/** How the visitor is related; what the register said last time stands there already. */
export function RelationField({ visitorId, inmateId, value, onChange }: RelationFieldProps) {
  const { t } = useTranslation('desk');
  const before = useCall(
    'people.visits',
    { id: visitorId ?? inmateId, offset: 0, limit: lastVisits },
    { enabled: visitorId !== null },
  );
  const written = before.data?.rows.find(({ visit }) => visit.inmateId === inmateId)?.visit.relation ?? '';
  const field = useFirstFocus(visitorId !== null);
  const fill = useEffectEvent(() => {
    if (value === '' && written !== '') onChange(written);
  });
  useEffect(() => fill(), [written]);
  return (
    <Autocomplete
      label={t('relation')}
      comboboxProps={{ withinPortal: false }}
      value={value}
      maxLength={100}
      ref={field}
      data={t('relations').split('; ')}
      onChange={onChange}
    />
  );
}
