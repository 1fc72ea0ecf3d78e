import { useDeferredValue, useEffect, useState } from 'react';
import type { Strength } from './passphraseStrength.ts';

/** The dictionaries weigh more than the rest of the page, so they are read when somebody makes a passphrase. */
const loadMeter = () => import('./passphraseStrength.ts');

/** Weaker than this a new passphrase is refused. */
export const leastStrength: Strength = 2;

export async function measureStrength(passphrase: string): Promise<Strength> {
  const { passphraseStrength } = await loadMeter();
  return passphraseStrength(passphrase);
}

/** How strong what is being typed is; null while there is nothing to measure. */
export function useStrength(passphrase: string): Strength | null {
  const settled = useDeferredValue(passphrase);
  const [measured, setMeasured] = useState<{ of: string; strength: Strength } | null>(null);
  useEffect(() => {
    if (settled === '') return undefined;
    let wanted = true;
    void measureStrength(settled).then((strength) => {
      if (wanted) setMeasured({ of: settled, strength });
      return undefined;
    });
    return () => {
      wanted = false;
    };
  }, [settled]);
  return settled === '' ? null : (measured?.strength ?? null);
}
