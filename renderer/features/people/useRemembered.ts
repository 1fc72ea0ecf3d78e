import { useCallback, useState } from 'react';
import { queryClient } from '../../lib/api.ts';

/** Where such state lies, for a page that sets up another one. */
export const pageState = (key: string): readonly string[] => ['page-state', key];

/** State that survives leaving a page and coming back, and goes with everything else when the vault is locked. */
export function useRemembered<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => queryClient.getQueryData<T>(pageState(key)) ?? initial);
  const remember = useCallback(
    (next: T) => {
      queryClient.setQueryData(pageState(key), next);
      setValue(next);
    },
    [key],
  );
  return [value, remember];
}
