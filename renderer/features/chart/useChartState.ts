import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { ChartState } from '../../../shared/domain/chart.ts';
import { call } from '../../lib/api.ts';
import { tellError } from '../../lib/tell.tsx';
import { applyMove, type MoveAction, type Moves, noMoves } from './chartMoves.ts';

/** A drag is often followed by another; the last one within this time is the one that is written. */
const settleMs = 400;

export interface ChartMoves {
  readonly state: ChartState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly saving: boolean;
  arrange(state: ChartState): void;
  undo(): void;
  redo(): void;
  /** Writes at once what still waits. */
  flush(): Promise<void>;
}

/**
 * How a chart is arranged, kept in the vault after every move of the officer.
 *
 * @param keeps false for whoever may only look: what they move lasts for as long as the chart is open
 */
export function useChartState(caseId: string, viewId: string | null, saved: ChartState, keeps: boolean): ChartMoves {
  const [moves, dispatch] = useReducer(
    (now: Moves<ChartState>, action: MoveAction<ChartState>) => applyMove(now, action),
    saved,
    (state) => noMoves(state),
  );
  const { saving, save, flush } = useSaving(caseId, viewId);
  const act = useCallback(
    (action: MoveAction<ChartState>) => {
      if (keeps) save(applyMove(moves, action).present);
      dispatch(action);
    },
    [moves, save, keeps],
  );
  return {
    state: moves.present,
    canUndo: moves.past.length > 0,
    canRedo: moves.future.length > 0,
    saving,
    arrange: useCallback((state) => act({ type: 'arrange', state }), [act]),
    undo: useCallback(() => act({ type: 'undo' }), [act]),
    redo: useCallback(() => act({ type: 'redo' }), [act]),
    flush,
  };
}

function useSaving(caseId: string, viewId: string | null) {
  const waiting = useRef<ChartState | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const [saving, setSaving] = useState(false);

  const flush = useCallback(async () => {
    window.clearTimeout(timer.current);
    const state = waiting.current;
    if (state === null) return;
    waiting.current = null;
    try {
      await call('charts.save', { caseId, viewId, state });
    } catch (error) {
      tellError(error);
    } finally {
      setSaving(false);
    }
  }, [caseId, viewId]);

  // Leaving the chart does not lose the last move.
  useEffect(() => () => void flush(), [flush]);

  const save = useCallback(
    (state: ChartState) => {
      waiting.current = state;
      setSaving(true);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), settleMs);
    },
    [flush],
  );
  return { saving, save, flush };
}
