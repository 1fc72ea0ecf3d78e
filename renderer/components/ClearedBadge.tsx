import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Beside a name: an allegation against them was disproved. */
export function ClearedBadge() {
  const { t } = useTranslation('people');
  return (
    <Badge variant="outline" color="teal" size="sm" tt="none">
      {t('clear.mark')}
    </Badge>
  );
}
