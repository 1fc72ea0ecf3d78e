import { useCallback, useState } from 'react';
import { queryClient } from '../../lib/api.ts';

/** State that survives leaving a page and coming back, and goes with everything else when the vault is locked. */
export function useRemembered<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => queryClient.getQueryData<T>(['page-state', key]) ?? initial);
  const remember = useCallback(
    (next: T) => {
      queryClient.setQueryData(['page-state', key], next);
      setValue(next);
    },
    [key],
  );
  return [value, remember];
}
