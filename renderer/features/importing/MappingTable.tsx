import { Select, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ColumnMapping, type RegisterKind, registerFields } from '../../../shared/domain/register.ts';
import { fieldName } from './fieldName.ts';
import classes from './ImportPage.module.css';

interface MappingTableProps {
  readonly kind: RegisterKind;
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly mapping: ColumnMapping;
  onChange(mapping: ColumnMapping): void;
}

const shownValues = 3;

/** One line for each field: the column it is read from and what that column holds. */
export function MappingTable({ kind, header, sample, mapping, onChange }: MappingTableProps) {
  const { t } = useTranslation('importing');
  const { required, optional } = registerFields[kind];
  const needed = new Set<string>(required);
  // Two columns of one name are one choice: the name is what a mapping remembers.
  const columns = [...new Set(header)].filter((heading) => heading !== '');

  function choose(field: string, heading: string | null): void {
    const { [field]: _, ...others } = mapping;
    onChange(heading === null ? others : { ...others, [field]: heading });
  }

  return (
    <Table className={`${classes.table ?? ''} ${classes.mapping ?? ''}`} aria-label={t('mapping')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="30%">{t('field')}</Table.Th>
          <Table.Th w="36%">{t('column')}</Table.Th>
          <Table.Th>{t('sample')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {[...required, ...optional].map((field) => (
          <Table.Tr key={field}>
            <Table.Td>
              {fieldName(t, kind, field)}
              {needed.has(field) && (
                <span className={classes.needed} title={t('common:required')}>
                  {' *'}
                </span>
              )}
            </Table.Td>
            <Table.Td>
              <Select
                aria-label={fieldName(t, kind, field)}
                aria-required={needed.has(field)}
                placeholder={t('notMapped')}
                clearable
                clearButtonProps={{ 'aria-label': t('clearColumn') }}
                comboboxProps={{ transitionProps: { duration: 0 } }}
                data={columns}
                value={mapping[field] ?? null}
                error={needed.has(field) && mapping[field] === undefined}
                onChange={(heading) => choose(field, heading)}
              />
            </Table.Td>
            <Table.Td className={classes.sample}>{valuesOf(header, sample, mapping[field])}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function valuesOf(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  heading: string | undefined,
): string {
  const column = heading === undefined ? -1 : header.indexOf(heading);
  if (column === -1) return '';
  const values = new Set(sample.map((cells) => cells[column] ?? ''));
  values.delete('');
  return [...values].slice(0, shownValues).join(' · ');
}
