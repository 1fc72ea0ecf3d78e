import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

const pageSize = 100;

interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

interface Pages<Row> {
  readonly total: number;
  readonly loading: boolean;
  readonly error: unknown;
  rowAt(position: number): Row | undefined;
  onWindow(first: number, last: number): void;
  retry(): void;
}

/** A list of any length, of which only the pages in view are asked for. */
export function usePages<Row>(
  name: string,
  query: object,
  load: (offset: number, limit: number) => Promise<Page<Row>>,
): Pages<Row> {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const numbers = Array.from({ length: range.last - range.first + 1 }, (_, index) => range.first + index);
  const results = useQueries({
    queries: numbers.map((number) => ({
      queryKey: [name, query, number],
      queryFn: () => load(number * pageSize, pageSize),
      // Another search shows the old rows until the new ones are here; another page must not pose as this one.
      placeholderData: (previous: Page<Row> | undefined, from: { queryKey: readonly unknown[] } | undefined) =>
        from?.queryKey[2] === number ? previous : undefined,
    })),
  });
  const onWindow = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / pageSize), last: Math.floor(Math.max(first, last) / pageSize) };
    setRange((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);

  return {
    total: results.find((result) => result.data !== undefined)?.data?.total ?? 0,
    loading: results.every((result) => result.data === undefined && result.error === null),
    error: results.find((result) => result.error !== null)?.error,
    rowAt: (position) => results[Math.floor(position / pageSize) - range.first]?.data?.rows[position % pageSize],
    onWindow,
    retry: () => {
      for (const result of results) void result.refetch();
    },
  };
}
