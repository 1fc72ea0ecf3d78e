import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { reachOf, verbs } from '../../../shared/domain/access.ts';
import { officerRoles } from '../../../shared/domain/officer.ts';
import { Section } from '../../components/Section.tsx';

/** The table that is enforced, as it is. */
export function RightsTable() {
  const { t } = useTranslation('officers');
  return (
    <Section title={t('rights.title')} note={t('rights.note')}>
      <Table.ScrollContainer
        minWidth={720}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('rights.title') } }}
      >
        <Table aria-label={t('rights.title')} verticalSpacing={4} fz="xs" stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('rights.verb')}</Table.Th>
              {officerRoles.map((role) => (
                <Table.Th key={role}>{t(`role.${role}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {verbs.map((verb) => (
              <Table.Tr key={verb}>
                <Table.Th scope="row" fw={400}>
                  {t(`verb.${verb.replace('.', '-')}`)}
                </Table.Th>
                {officerRoles.map((role) => {
                  const reach = reachOf([role], verb);
                  return (
                    <Table.Td key={role} c={reach === 'no' ? 'dimmed' : 'var(--mantine-color-text)'}>
                      {t(`reach.${reach}`)}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}
