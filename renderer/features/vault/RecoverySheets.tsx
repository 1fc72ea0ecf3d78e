import { useState } from 'react';
import type { RecoverySplit } from '../../../shared/domain/recovery.ts';
import { RecoveryKeyStep } from './RecoveryKeyStep.tsx';

interface RecoverySheetsProps {
  /** The recovery key, or its shares in the order of their numbers. */
  readonly recovery: readonly string[];
  readonly split: RecoverySplit | null;
  onDone(): void;
}

/** A new recovery key, shown once: each share alone, and the next only when this one has been put away. */
export function RecoverySheets({ recovery, split, onDone }: RecoverySheetsProps) {
  const [shown, setShown] = useState(0);
  const last = shown === recovery.length - 1;
  return (
    <RecoveryKeyStep
      key={shown}
      piece={recovery[shown] ?? ''}
      share={split === null ? null : { ...split, number: shown + 1 }}
      last={last}
      onDone={() => (last ? onDone() : setShown(shown + 1))}
    />
  );
}
