import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Header } from '@tanstack/react-table';
import type { GridColumn, gridFeatures } from './DataGrid.tsx';
import classes from './DataGrid.module.css';

interface DataGridHeaderProps<Row, Sort extends string> {
  readonly columns: readonly GridColumn<Row, Sort>[];
  readonly headers: readonly Header<typeof gridFeatures, { position: number; row: Row }>[];
  readonly template: string;
  readonly onSort: ((sort: Sort, descending: boolean) => void) | undefined;
}

const spoken = { asc: 'ascending', desc: 'descending' } as const;

/** The headings; one that can be sorted by is a button. */
export function DataGridHeader<Row, Sort extends string>(props: DataGridHeaderProps<Row, Sort>) {
  const { columns, headers, template, onSort } = props;
  return (
    <div className={classes.head} role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
      {columns.map(({ key, label, sort, numeric }, index) => {
        const sorted = headers[index]?.column.getIsSorted() ?? false;
        return (
          <div
            key={key}
            className={classes.headCell}
            role="columnheader"
            data-numeric={numeric}
            aria-sort={sorted === false ? undefined : spoken[sorted]}
          >
            {sort === undefined || onSort === undefined ? (
              <span className={classes.text}>{label}</span>
            ) : (
              <UnstyledButton className={classes.sort} onClick={() => onSort(sort, sorted === 'asc')}>
                <span className={classes.text}>{label}</span>
                {sorted === 'asc' && <IconArrowUp size={13} aria-hidden />}
                {sorted === 'desc' && <IconArrowDown size={13} aria-hidden />}
              </UnstyledButton>
            )}
          </div>
        );
      })}
    </div>
  );
}
