import { Box, Group, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';

export interface GridColumn<Row, Sort extends string = string> {
  readonly key: string;
  readonly label: string;
  /** CSS grid track: `2fr`, `120px`. */
  readonly width: string;
  readonly sort?: Sort;
  readonly numeric?: boolean;
  cell(row: Row): ReactNode;
}

interface DataGridProps<Row, Sort extends string> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row, Sort>[];
  readonly total: number;
  /** The row at a position, or undefined while it is on its way. */
  rowAt(position: number): Row | undefined;
  /** The positions that are in view now, so that their rows can be asked for. */
  onWindow?(first: number, last: number): void;
  readonly sort?: Sort;
  readonly descending?: boolean;
  onSort?(sort: Sort, descending: boolean): void;
  onOpen?(row: Row): void;
  readonly height?: string;
}

const rowHeight = 34;

/** A long list that draws only what is in view. Arrows, Page, Home and End move; Enter opens. */
export function DataGrid<Row, Sort extends string = string>(props: DataGridProps<Row, Sort>) {
  const { label, columns, total, rowAt, onWindow, sort, descending, onSort, onOpen, height } = props;
  const viewport = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const tracks = columns.map((column) => column.width).join(' ');
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    onChange: ({ range }) => {
      if (range !== null) onWindow?.(range.startIndex, range.endIndex);
    },
  });

  function go(position: number): void {
    const next = Math.max(0, Math.min(total - 1, position));
    setCurrent(next);
    virtual.scrollToIndex(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((viewport.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: total - 1,
    };
    const target = moves[event.key];
    const row = rowAt(current);
    if (target !== undefined) go(target);
    else if (event.key === 'Enter' && row !== undefined) onOpen?.(row);
    else return;
    event.preventDefault();
  }

  return (
    <Box
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      style={{ border: '1px solid var(--mantine-color-default-border)', borderRadius: 4 }}
    >
      <Box
        role="row"
        aria-rowindex={1}
        px="sm"
        style={{
          display: 'grid',
          gridTemplateColumns: tracks,
          gap: 12,
          borderBottom: '1px solid var(--mantine-color-default-border)',
        }}
      >
        {columns.map((column) => (
          <Heading key={column.key} column={column} sort={sort} descending={descending ?? false} onSort={onSort} />
        ))}
      </Box>
      <Box
        ref={viewport}
        className="grid-viewport"
        tabIndex={0}
        role="rowgroup"
        aria-label={label}
        onKeyDown={onKeyDown}
        style={{ height: height ?? 'calc(100vh - 230px)', overflow: 'auto' }}
      >
        <Box style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rowAt(item.index);
            return (
              <Box
                key={item.key}
                id={`${label}-${item.index}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={item.index === current}
                className="grid-row"
                px="sm"
                onClick={() => {
                  setCurrent(item.index);
                  if (row !== undefined) onOpen?.(row);
                }}
                style={{
                  position: 'absolute',
                  top: 0,
                  left: 0,
                  right: 0,
                  height: rowHeight,
                  transform: `translateY(${item.start}px)`,
                  display: 'grid',
                  gridTemplateColumns: tracks,
                  gap: 12,
                  alignItems: 'center',
                  borderBottom: '1px solid var(--mantine-color-default-border)',
                }}
              >
                {columns.map((column) => (
                  <Text
                    key={column.key}
                    component="div"
                    role="gridcell"
                    size="sm"
                    truncate
                    ta={column.numeric === true ? 'right' : 'left'}
                  >
                    {row === undefined ? '…' : column.cell(row)}
                  </Text>
                ))}
              </Box>
            );
          })}
        </Box>
      </Box>
    </Box>
  );
}

interface HeadingProps<Row, Sort extends string> {
  readonly column: GridColumn<Row, Sort>;
  readonly sort: Sort | undefined;
  readonly descending: boolean;
  readonly onSort: ((sort: Sort, descending: boolean) => void) | undefined;
}

function Heading<Row, Sort extends string>({ column, sort, descending, onSort }: HeadingProps<Row, Sort>) {
  const own = column.sort;
  const active = own !== undefined && own === sort;
  const text = (
    <Text component="span" size="xs" fw={600} c="dimmed">
      {column.label}
    </Text>
  );
  return (
    <Box
      role="columnheader"
      py={6}
      ta={column.numeric === true ? 'right' : 'left'}
      aria-sort={active ? (descending ? 'descending' : 'ascending') : undefined}
    >
      {own === undefined || onSort === undefined ? (
        text
      ) : (
        <UnstyledButton onClick={() => onSort(own, active && !descending)}>
          <Group gap={4} wrap="nowrap">
            {text}
            {active && (descending ? <IconArrowDown size={12} /> : <IconArrowUp size={12} />)}
          </Group>
        </UnstyledButton>
      )}
    </Box>
  );
}
