import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './coordination.module.css';

/** Its day has passed; said in words, not by colour alone. */
export function OverdueBadge({ count }: { readonly count?: number }) {
  const { t } = useTranslation('coordination');
  return (
    <Badge variant="default" className={classes.overdue}>
      {count === undefined ? t('overdue') : t('overdueCount', { count })}
    </Badge>
  );
}
