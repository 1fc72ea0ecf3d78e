/**
 * Typing errors between two words: letters wrong, missing, added, or two neighbours swapped (optimal string alignment
 * distance; Damerau 1964).
 *
 * @returns the number of errors, or `most + 1` as soon as there are more
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  // What both begin and end with costs nothing, and is most of it.
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1;
    endB -= 1;
  }
  const [left, right] = [endA - start, endB - start];
  if (left === 0 || right === 0) return Math.min(left + right, most + 1);
  if (left === 1 && right === 1) return 1;
  if (most === 1) return left === 2 && right === 2 && swapped(a, start + 1, b, start + 1) ? 1 : 2;
  return alignment(a.slice(start, endA), b.slice(start, endB), most);
}

/** The letters at and before two places are each other's. */
const swapped = (a: string, placeA: number, b: string, placeB: number): boolean =>
  a.charCodeAt(placeA) === b.charCodeAt(placeB - 1) && a.charCodeAt(placeA - 1) === b.charCodeAt(placeB);

function alignment(a: string, b: string, most: number): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && swapped(a, row - 1, b, column - 1))
        cost = Math.min(cost, (twoAbove[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    twoAbove = above;
    above = current;
  }
  return Math.min(above[b.length] ?? 0, most + 1);
}
