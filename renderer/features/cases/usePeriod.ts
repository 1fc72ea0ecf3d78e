import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../lib/dates.ts';

/** `since 2 Mar 2026`, `until …`, both, or a dash. */
export function usePeriod(): (since: string | undefined, until: string | undefined) => string {
  const { t } = useTranslation('cases');
  return useCallback(
    (since, until) => {
      if (since !== undefined && until !== undefined)
        return since === until ? showDay(since) : `${showDay(since)} – ${showDay(until)}`;
      if (since !== undefined) return t('links.sinceDay', { day: showDay(since) });
      return until === undefined ? t('common:none') : t('links.untilDay', { day: showDay(until) });
    },
    [t],
  );
}
