import { Anchor, Table } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { EmptyState } from '../../components/States.tsx';
import { LinkStatusMark } from './LinkStatusMark.tsx';
import { useLinkKind } from './useLinkKind.ts';

export function PersonLinks({ links }: { readonly links: Output<'people.get'>['links'] }) {
  const { t } = useTranslation('people');
  const kindName = useLinkKind();
  if (links.length === 0)
    return (
      <EmptyState icon={<IconLink size={32} stroke={1.4} />} title={t('links.empty')} text={t('links.emptyText')} />
    );
  return (
    <Table highlightOnHover aria-label={t('tab.linksPlain')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('links.with')}</Table.Th>
          <Table.Th>{t('links.kind')}</Table.Th>
          <Table.Th>{t('links.status')}</Table.Th>
          <Table.Th>{t('links.grade')}</Table.Th>
          <Table.Th>{t('links.case')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {links.map((link) => (
          <Table.Tr key={link.linkId}>
            <Table.Td>
              <Anchor
                size="sm"
                renderRoot={(props) => <Link to="/people/$personId" params={{ personId: link.otherId }} {...props} />}
              >
                {link.otherName}
              </Anchor>
            </Table.Td>
            <Table.Td>{kindName(link.kind)}</Table.Td>
            <Table.Td>
              <LinkStatusMark status={link.status} />
            </Table.Td>
            <Table.Td>{link.grade}</Table.Td>
            <Table.Td>
              <Anchor
                size="sm"
                renderRoot={(props) => <Link to="/cases/$caseId" params={{ caseId: link.caseId }} {...props} />}
              >
                {link.caseNumber}
              </Anchor>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
