import { useEffect, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/** After a conflict the newest state of the record comes in under what was typed, which stays. */
export function useFreshValues<V extends FieldValues>(form: UseFormReturn<V>, initial: V): void {
  const shown = useRef(JSON.stringify(initial));
  useEffect(() => {
    const fresh = JSON.stringify(initial);
    if (fresh === shown.current) return;
    shown.current = fresh;
    form.reset(initial, { keepDirtyValues: true });
  }, [form, initial]);
}
