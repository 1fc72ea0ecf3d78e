import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayFromToday, showDay } from '../../lib/dates.ts';

/** Days ahead from which a review counts as near. */
const nearDays = 14;

/** A review date; what is past or near says so in words, not by colour alone. */
export function ReviewDay({ day }: { readonly day: string }) {
  const { t } = useTranslation('cases');
  const overdue = day < dayFromToday(0);
  const near = !overdue && day <= dayFromToday(nearDays);
  return (
    <Group gap={6} wrap="nowrap">
      <Text span size="sm">
        {showDay(day)}
      </Text>
      {(overdue || near) && (
        <Badge color={overdue ? 'red' : 'yellow'} variant="light" radius="xs" tt="none" fw={500}>
          {overdue ? t('review.overdue') : t('review.near')}
        </Badge>
      )}
    </Group>
  );
}
