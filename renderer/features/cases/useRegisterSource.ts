import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitPair } from './evidence.ts';
import { usePeriod } from './usePeriod.ts';

/** How the visit register is named as a source, with what it shows. */
export function useRegisterSource(): (pair: VisitPair) => string {
  const { t } = useTranslation('cases');
  const period = usePeriod();
  return useCallback(
    (pair) => t('evidence.source', { count: pair.count, period: period(pair.first, pair.last) }),
    [t, period],
  );
}
