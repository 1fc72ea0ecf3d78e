/** How something is arranged, with what an officer can still take back or bring back. */
export interface Moves<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

export type MoveAction<T> =
  | { readonly type: 'arrange'; readonly state: T }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

/** Steps kept for undo; a chart of a few hundred people stays far below a megabyte. */
const depth = 100;

export const noMoves = <T>(present: T): Moves<T> => ({ past: [], present, future: [] });

export function applyMove<T>(moves: Moves<T>, action: MoveAction<T>): Moves<T> {
  switch (action.type) {
    case 'arrange':
      return { past: [...moves.past, moves.present].slice(-depth), present: action.state, future: [] };
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
