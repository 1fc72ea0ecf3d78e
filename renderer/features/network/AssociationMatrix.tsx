import { Modal, ScrollArea, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { associations } from '../../../shared/analysis/network/association.ts';
import { pairOf } from '../../../shared/analysis/network/link-filter.ts';
import type { Analysis } from './useAnalysis.ts';

/** More columns than this nobody reads. */
const most = 30;

/** How often each two people are linked, confirmed and suspected. */
export function AssociationMatrix({ analysis, onClose }: { readonly analysis: Analysis; onClose(): void }) {
  const { t } = useTranslation('network');
  const { links, people, nameOf } = analysis;
  const cells = useMemo(() => associations(links), [links]);
  const shown = useMemo(() => {
    const degree = new Map<string, number>();
    for (const { from, to } of links) for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
    const order = (id: string): number => degree.get(id) ?? 0;
    return people
      .map(({ value }) => value)
      .sort((a, b) => order(b) - order(a))
      .slice(0, most);
  }, [links, people]);
  return (
    <Modal opened onClose={onClose} size="90%" title={t('matrix')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('matrixText')} {people.length > shown.length && t('matrixMost', { count: shown.length })}
      </Text>
      <ScrollArea>
        <Table withColumnBorders striped aria-label={t('matrix')} fz="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th />
              {shown.map((id, index) => (
                <Table.Th key={id} title={nameOf(id)}>
                  {index + 1}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row, index) => (
              <Table.Tr key={row}>
                <Table.Th scope="row" style={{ whiteSpace: 'nowrap' }}>
                  {index + 1}. {nameOf(row)}
                </Table.Th>
                {shown.map((column) => {
                  const cell = row === column ? undefined : cells.get(pairOf({ from: row, to: column }));
                  if (cell === undefined) return <Table.Td key={column} />;
                  return (
                    <Table.Td key={column} title={t('matrixCell', { a: nameOf(row), b: nameOf(column), ...cell })}>
                      {cell.confirmed > 0 && <b>{cell.confirmed}</b>}
                      {cell.suspected > 0 && <i>+{cell.suspected}</i>}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </Modal>
  );
}
