import type { ChartPositions } from '../../../shared/domain/case.ts';

/** Where everything stands, with what an officer can still take back or bring back. */
export interface Moves {
  readonly past: readonly ChartPositions[];
  readonly present: ChartPositions;
  readonly future: readonly ChartPositions[];
}

export type MoveAction =
  | { readonly type: 'arrange'; readonly positions: ChartPositions }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

/** Steps kept for undo; a chart of a few hundred people stays far below a megabyte. */
const depth = 100;

export const noMoves = (present: ChartPositions): Moves => ({ past: [], present, future: [] });

export function applyMove(moves: Moves, action: MoveAction): Moves {
  switch (action.type) {
    case 'arrange':
      return { past: [...moves.past, moves.present].slice(-depth), present: action.positions, future: [] };
    case 'undo': {
      const present = moves.past.at(-1);
      if (present === undefined) return moves;
      return { past: moves.past.slice(0, -1), present, future: [moves.present, ...moves.future] };
    }
    case 'redo': {
      const [present, ...future] = moves.future;
      if (present === undefined) return moves;
      return { past: [...moves.past, moves.present], present, future };
    }
    default:
      return moves;
  }
}
