import { Anchor, Table } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { PartBadge } from '../../components/badges.tsx';
import { EmptyState } from '../../components/States.tsx';

export function PersonCases({ cases }: { readonly cases: Output<'people.get'>['cases'] }) {
  const { t } = useTranslation('people');
  if (cases.length === 0)
    return (
      <EmptyState icon={<IconFolder size={32} stroke={1.4} />} title={t('cases.empty')} text={t('cases.emptyText')} />
    );
  return (
    <Table highlightOnHover aria-label={t('tab.casesPlain')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('cases.number')}</Table.Th>
          <Table.Th>{t('cases.title')}</Table.Th>
          <Table.Th>{t('cases.part')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {cases.map((file) => (
          <Table.Tr key={file.caseId}>
            <Table.Td>
              <Anchor
                size="sm"
                renderRoot={(props) => <Link to="/cases/$caseId" params={{ caseId: file.caseId }} {...props} />}
              >
                {file.number}
              </Anchor>
            </Table.Td>
            <Table.Td>{file.title}</Table.Td>
            <Table.Td>
              <PartBadge part={file.part} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
