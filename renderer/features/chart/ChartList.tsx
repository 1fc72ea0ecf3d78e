import { Anchor, Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/contract/cases.ts';
import { gradeLabel } from '../../../shared/domain/grade.ts';
import type { Link } from '../../../shared/domain/link.ts';
import { PartBadge } from '../../components/badges.tsx';
import { useLinkKind } from '../people/useLinkKind.ts';
import { useMayInCase } from '../../lib/officer.ts';

interface ChartListProps {
  readonly view: CaseView;
  onAddLink(from: string): void;
  onEditLink(link: Link): void;
}

/** The chart in words, for whoever does not see it or wants to read it through. */
export function ChartList({ view, onAddLink, onEditLink }: ChartListProps) {
  const { t } = useTranslation('chart');
  const writes = useMayInCase('cases.write', view.file);
  const kindName = useLinkKind();
  const names = new Map(view.people.map(({ id, name }) => [id, name]));
  return (
    <Table aria-label={t('listLabel')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="26%">{t('person')}</Table.Th>
          <Table.Th w="16%">{t('part')}</Table.Th>
          <Table.Th>{t('linksHeading')}</Table.Th>
          <Table.Th w={120}>
            <span className="visually-hidden">{t('common:actions')}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {view.file.members.map(({ personId, part }) => {
          const links = view.links.filter(({ from, to }) => from === personId || to === personId);
          return (
            <Table.Tr key={personId} style={{ verticalAlign: 'top' }}>
              <Table.Td fw={500}>{names.get(personId)}</Table.Td>
              <Table.Td>
                <PartBadge part={part} />
              </Table.Td>
              <Table.Td>
                {links.length === 0 && (
                  <Text size="sm" c="dimmed">
                    {t('noLinks')}
                  </Text>
                )}
                {links.map((link) => (
                  <Anchor
                    key={link.id}
                    component="button"
                    type="button"
                    size="sm"
                    display="block"
                    ta="left"
                    disabled={!writes}
                    onClick={() => onEditLink(link)}
                  >
                    {t('listLine', {
                      from: names.get(link.from),
                      kind: kindName(link.kind),
                      to: names.get(link.to),
                      status: t(`domain:linkStatus.${link.status}`),
                      grade: gradeLabel(link.grade),
                    })}
                  </Anchor>
                ))}
              </Table.Td>
              <Table.Td>
                {writes && (
                  <Button
                    size="compact-sm"
                    variant="light"
                    aria-label={`${t('linkTo')} ${names.get(personId) ?? ''}`}
                    onClick={() => onAddLink(personId)}
                  >
                    {t('linkTo')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
