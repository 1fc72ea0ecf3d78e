import { expect, test } from 'vitest';
import type { ChartPositions } from '../../../shared/domain/chart.ts';
import { applyMove, type MoveAction, noMoves } from '../../../renderer/features/chart/chartMoves.ts';

const at = (x: number): ChartPositions => ({ a: { x, y: 0, pinned: true } });
const arrange = (x: number): MoveAction<ChartPositions> => ({ type: 'arrange', state: at(x) });

test('undo takes back one move at a time and redo brings it back', () => {
  const moved = applyMove(applyMove(noMoves(at(0)), arrange(1)), arrange(2));
  const back = applyMove(moved, { type: 'undo' });
  expect(back.present).toEqual(at(1));
  expect(applyMove(back, { type: 'undo' }).present).toEqual(at(0));
  expect(applyMove(back, { type: 'redo' }).present).toEqual(at(2));
});

test('a new move forgets what could have been redone', () => {
  const moves = applyMove(applyMove(applyMove(noMoves(at(0)), arrange(1)), { type: 'undo' }), arrange(5));
  expect(moves.future).toEqual([]);
  expect(applyMove(moves, { type: 'undo' }).present).toEqual(at(0));
});

test('undo and redo with nothing to do change nothing', () => {
  const moves = noMoves(at(0));
  expect(applyMove(moves, { type: 'undo' })).toBe(moves);
  expect(applyMove(moves, { type: 'redo' })).toBe(moves);
});

test('a long afternoon of dragging keeps a bounded number of steps', () => {
  let moves = noMoves(at(0));
  for (let x = 1; x <= 500; x += 1) moves = applyMove(moves, arrange(x));
  expect(moves.past).toHaveLength(100);
  expect(moves.past.at(-1)).toEqual(at(499));
});
