import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SourceReminder } from '../../../shared/domain/source.ts';

/** What of a source is to be looked at. */
export function ReminderBadge({ reminder }: { readonly reminder: SourceReminder }) {
  const { t } = useTranslation('sources');
  const past = reminder === 'expired';
  return (
    <Badge variant={past ? 'light' : 'default'} {...(past ? { color: 'red' } : {})} tt="none" size="sm">
      {t(`reminder.${reminder}`)}
    </Badge>
  );
}
