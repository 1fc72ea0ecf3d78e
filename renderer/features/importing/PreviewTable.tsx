import { ScrollArea, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ColumnMapping, RegisterKind } from '../../../shared/domain/register.ts';
import { fieldName } from './fieldName.ts';
import classes from './ImportPage.module.css';

const shownRows = 10;

interface PreviewTableProps {
  readonly kind: RegisterKind | null;
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly mapping: ColumnMapping;
}

/** The first rows as they stand in the file, each column with the field it becomes. */
export function PreviewTable({ kind, header, sample, mapping }: PreviewTableProps) {
  const { t } = useTranslation('importing');
  const fieldOf = new Map(Object.entries(mapping).map(([field, heading]) => [heading, field]));
  const columns = header.map((heading, index) => ({ heading, index, field: fieldOf.get(heading) }));
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': t('preview') }}>
      <Table className={`${classes.table ?? ''} ${classes.preview ?? ''}`} aria-label={t('preview')}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ heading, index, field }) => (
              <Table.Th key={index} title={heading}>
                {heading}
                <span className={field === undefined ? classes.ignored : classes.becomes}>
                  {field === undefined ? t('notMapped') : `→ ${fieldName(t, kind, field)}`}
                </span>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sample.slice(0, shownRows).map((cells, row) => (
            <Table.Tr key={`${row}-${cells.join('|')}`}>
              {columns.map(({ index, field }) => (
                <Table.Td key={index} title={cells[index]} className={field === undefined ? classes.unread : undefined}>
                  {cells[index]}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
