import { Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFirstFocus } from '../../lib/focus.ts';
import type { NewVisitor } from '../../../shared/domain/desk-visit.ts';

const fields = ['name', 'nationalId', 'phone', 'address'] as const;
const longest = { name: 200, nationalId: 32, phone: 32, address: 300 } as const;

interface NewVisitorFieldsProps {
  readonly told: NewVisitor;
  onChange(told: NewVisitor): void;
}

/** What somebody who comes for the first time says of themselves. */
export function NewVisitorFields({ told, onChange }: NewVisitorFieldsProps) {
  const { t } = useTranslation('desk');
  const card = useFirstFocus(true);
  return (
    <Group mt="sm" gap="md" align="flex-start" grow>
      {fields.map((field) => (
        <TextInput
          key={field}
          label={t(field)}
          value={told[field]}
          maxLength={longest[field]}
          withAsterisk={field === 'name'}
          // The name was typed already; the card is read on from here.
          {...(field === 'nationalId' ? { ref: card } : {})}
          onChange={(event) => onChange({ ...told, [field]: event.currentTarget.value })}
        />
      ))}
    </Group>
  );
}
