import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { ChartPositions } from '../../../shared/domain/case.ts';
import { call } from '../../lib/api.ts';
import { tellError } from '../../lib/tell.tsx';
import type { ChartGraph } from './chartGraph.ts';
import { applyMove, type MoveAction, noMoves } from './chartMoves.ts';
import { completePlaces } from './places.ts';

/** A drag is often followed by another; the last one within this time is the one that is written. */
const settleMs = 400;

export interface Places {
  readonly places: ChartPositions;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly saving: boolean;
  arrange(positions: ChartPositions): void;
  undo(): void;
  redo(): void;
}

/** Where the people of a case stand, kept with the case after every move of the officer. */
export function usePlaces(caseId: string, graph: ChartGraph, saved: ChartPositions): Places {
  const [moves, dispatch] = useReducer(applyMove, saved, noMoves);
  const places = useMemo(() => completePlaces(graph, moves.present), [graph, moves.present]);
  const { saving, save } = useSaving(caseId);
  const act = useCallback(
    (action: MoveAction) => {
      save(applyMove(moves, action).present);
      dispatch(action);
    },
    [moves, save],
  );
  return {
    places,
    canUndo: moves.past.length > 0,
    canRedo: moves.future.length > 0,
    saving,
    arrange: useCallback((positions) => act({ type: 'arrange', positions }), [act]),
    undo: useCallback(() => act({ type: 'undo' }), [act]),
    redo: useCallback(() => act({ type: 'redo' }), [act]),
  };
}

function useSaving(caseId: string) {
  const waiting = useRef<ChartPositions | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const [saving, setSaving] = useState(false);

  const flush = useCallback(async () => {
    window.clearTimeout(timer.current);
    const positions = waiting.current;
    if (positions === null) return;
    waiting.current = null;
    try {
      await call('charts.save', { caseId, positions });
    } catch (error) {
      tellError(error);
    } finally {
      setSaving(false);
    }
  }, [caseId]);

  // Leaving the chart does not lose the last move.
  useEffect(() => () => void flush(), [flush]);

  const save = useCallback(
    (positions: ChartPositions) => {
      waiting.current = positions;
      setSaving(true);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), settleMs);
    },
    [flush],
  );
  return { saving, save };
}
