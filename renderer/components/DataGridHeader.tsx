import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { GridColumn } from './DataGrid.tsx';
import classes from './DataGrid.module.css';

interface DataGridHeaderProps<Row, Sort extends string> {
  readonly columns: readonly GridColumn<Row, Sort>[];
  readonly template: string;
  readonly sort: Sort | undefined;
  readonly descending: boolean;
  readonly onSort: ((sort: Sort, descending: boolean) => void) | undefined;
}

/** The headings; one that can be sorted by is a button. */
export function DataGridHeader<Row, Sort extends string>(props: DataGridHeaderProps<Row, Sort>) {
  const { columns, template, sort, descending, onSort } = props;
  const Arrow = descending ? IconArrowDown : IconArrowUp;
  return (
    <div className={classes.head} role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
      {columns.map((column) => {
        const own = column.sort;
        const sorted = own !== undefined && own === sort;
        return (
          <div
            key={column.key}
            className={classes.headCell}
            role="columnheader"
            data-numeric={column.numeric}
            aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}
          >
            {own === undefined || onSort === undefined ? (
              <span className={classes.text}>{column.label}</span>
            ) : (
              <UnstyledButton className={classes.sort} onClick={() => onSort(own, sorted && !descending)}>
                <span className={classes.text}>{column.label}</span>
                {sorted && <Arrow size={13} aria-hidden />}
              </UnstyledButton>
            )}
          </div>
        );
      })}
    </div>
  );
}
