import { Button, Center } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

const step = 200;

/** Long tables grow by hand: a page of thousands of rows would be slow to open and nobody reads it at once. */
export function useMore<T>(rows: readonly T[]): { readonly shown: readonly T[]; readonly more: ReactNode } {
  const { t } = useTranslation('cases');
  const [limit, setLimit] = useState(step);
  const hidden = rows.length - limit;
  return {
    shown: rows.slice(0, limit),
    more:
      hidden > 0 ? (
        <Center>
          <Button variant="subtle" onClick={() => setLimit(limit + step)}>
            {t('more', { count: hidden })}
          </Button>
        </Center>
      ) : null,
  };
}
