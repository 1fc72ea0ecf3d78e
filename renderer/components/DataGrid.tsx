import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { remInPixels } from '../lib/rem.ts';
import classes from './DataGrid.module.css';
import { DataGridHeader } from './DataGridHeader.tsx';
import { nextRow } from './dataGridKeys.ts';

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

const rowRem = 2;

/** A list of any length that draws only what is in view. Arrows, Page, Home and End move; Enter opens. */
export function DataGrid<Row, Sort extends string = string>(props: DataGridProps<Row, Sort>) {
  const { label, columns, total, rowAt, sort, descending = false, onSort, onOpen } = props;
  const { t } = useTranslation();
  const id = useId();
  const viewport = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(0);
  const current = Math.max(0, Math.min(wanted, total - 1));
  const rowHeight = rowRem * remInPixels();
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // Rows run under the fixed headings; what is scrolled to must come to rest below them.
    scrollPaddingStart: rowHeight,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const tellWindow = useEffectEvent(() => props.onWindow?.(first, last));
  useEffect(() => {
    if (last >= first) tellWindow();
  }, [first, last]);

  const gridTemplateColumns = columns.map((column) => column.width).join(' ');

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const perPage = Math.max(1, Math.floor((viewport.current?.clientHeight ?? 0) / rowHeight) - 2);
    const next = nextRow(event.key, current, total, perPage);
    const row = rowAt(current);
    if (next !== null) {
      setWanted(next);
      virtual.scrollToIndex(next);
    } else if (event.key === 'Enter' && row !== undefined) onOpen?.(row);
    else return;
    event.preventDefault();
  }

  function onClick({ target }: MouseEvent): void {
    if (!(target instanceof Element) || target.closest('a, button') !== null) return;
    const position = Number(target.closest<HTMLElement>('[data-position]')?.dataset['position'] ?? Number.NaN);
    if (Number.isNaN(position)) return;
    setWanted(position);
    const row = rowAt(position);
    if (row !== undefined) onOpen?.(row);
  }

  return (
    <div
      ref={viewport}
      className={classes.grid}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={current >= first && current <= last ? `${id}-${current}` : undefined}
      style={{ height: props.height ?? 'calc(100vh - 230px)' }}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <DataGridHeader
        columns={columns}
        template={gridTemplateColumns}
        sort={sort}
        descending={descending}
        onSort={onSort}
      />
      <div className={classes.rows} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          return (
            <div
              key={item.key}
              id={`${id}-${item.index}`}
              className={classes.row}
              role="row"
              tabIndex={-1}
              aria-rowindex={item.index + 2}
              aria-selected={item.index === current}
              data-position={item.index}
              data-opens={onOpen !== undefined}
              style={{ height: item.size, transform: `translateY(${item.start}px)`, gridTemplateColumns }}
              // The grid keeps the focus: a focused row would be lost when it scrolls out of view.
              onFocus={() => viewport.current?.focus({ preventScroll: true })}
            >
              {row === undefined ? (
                <div className={classes.waiting} role="gridcell" aria-label={t('loading')} />
              ) : (
                columns.map((column) => <Cell key={column.key} content={column.cell(row)} numeric={column.numeric} />)
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Text that does not fit is there whole when the pointer rests on it. */
function Cell({ content, numeric }: { readonly content: ReactNode; readonly numeric: boolean | undefined }) {
  return (
    <div className={classes.cell} role="gridcell" data-numeric={numeric}>
      <span className={classes.text} title={typeof content === 'string' ? content : undefined}>
        {content}
      </span>
    </div>
  );
}
