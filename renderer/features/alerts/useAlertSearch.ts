import { useEffect, useRef } from 'react';
import { toSinergiError } from '../../../shared/errors.ts';
import { useCall, useChange, useUnderWay } from '../../lib/api.ts';
import { useMay } from '../../lib/officer.ts';
import { tellError } from '../../lib/tell.tsx';

/**
 * Searches the registers by itself when something was imported since they were searched last. Gives way to whoever asks for a
 * search, and then tries again.
 *
 * @returns how many alerts are open
 */
export function useAlertSearch(): number {
  const mayRead = useMay('visits.read');
  const { data } = useCall('alerts.summary', {}, { enabled: mayRead });
  const asked = useUnderWay('detection.run');
  const importing = useUnderWay('importing.start');
  const search = useChange('alerts.search');
  const tried = useRef('');

  useEffect(() => {
    if (asked || importing) {
      tried.current = '';
      return;
    }
    if (data === undefined || !data.mayHandle || data.unsearched === 0 || search.isPending) return;
    const state = `${data.unsearched} ${data.searchedAt}`;
    if (tried.current === state) return;
    tried.current = state;
    search.mutate(
      {},
      {
        onError: (error) => {
          // Stopped by the officer, or in favour of a search somebody waits for.
          if (!['cancelled', 'busy', 'locked'].includes(toSinergiError(error).code)) tellError(error);
        },
      },
    );
  }, [asked, importing, data, search]);
  return data?.open ?? 0;
}
