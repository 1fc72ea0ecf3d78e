import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';

/** For a field that is typed into as soon as it is there, because the one before was just filled. */
export function useFirstFocus(wanted: boolean): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  const take = useEffectEvent(() => {
    if (wanted) field.current?.focus();
  });
  useEffect(() => take(), []);
  return field;
}
