import { holdsName, type Truth } from './truth.ts';

export interface Shown {
  readonly name: string;
  readonly nationalIds: readonly string[];
}

/**
 * Asks one query after the other and keeps count of those that bring somebody of the name to the first page.
 *
 * @param ask the first page of what is found
 */
export function askingInTurn(
  truth: Truth,
  ask: (text: string) => readonly Shown[] | Promise<readonly Shown[]>,
): () => Promise<number> {
  let asked = 0;
  let answered = 0;
  return async () => {
    const query = truth.queries[asked++ % truth.queries.length];
    if (query !== undefined && holdsName(truth, query.name, await ask(query.text))) answered += 1;
    return answered;
  };
}
