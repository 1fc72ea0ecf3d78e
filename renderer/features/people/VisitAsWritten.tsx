import { Anchor, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../../shared/contract/people.ts';
import type { Visit } from '../../../shared/domain/visit.ts';
import { showDay, showTime } from '../../lib/dates.ts';

const written = [
  'visitorName',
  'nationalId',
  'phone',
  'address',
  'inmateName',
  'registrationNumber',
  'cell',
] as const satisfies readonly (keyof Visit['asWritten'])[];

/** One visit: who was matched, and letter by letter what the register says. */
export function VisitAsWritten({ row: { visit, visitorName, inmateName } }: { readonly row: VisitRow }) {
  const { t } = useTranslation('people');
  const people = [
    { id: visit.visitorId, name: visitorName, label: t('visits.visitor') },
    { id: visit.inmateId, name: inmateName, label: t('visits.inmate') },
  ];
  return (
    <Stack>
      <Text fw={600}>{[showDay(visit.date), ...(visit.time === null ? [] : [showTime(visit.time)])].join(', ')}</Text>
      <Table layout="fixed">
        <Table.Tbody>
          {people.map(({ id, name, label }) => (
            <Table.Tr key={label}>
              <Table.Th w="40%">{label}</Table.Th>
              <Table.Td>
                <Anchor
                  size="sm"
                  renderRoot={(props) => <Link to="/people/$personId" params={{ personId: id }} {...props} />}
                >
                  {name}
                </Anchor>
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th>{t('visits.relation')}</Table.Th>
            <Table.Td>{visit.relation}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>{t('visits.queueNumber')}</Table.Th>
            <Table.Td>{visit.queueNumber}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>{t('visits.sourceRow')}</Table.Th>
            <Table.Td>{visit.sourceRow}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <Text fw={600} size="sm">
        {t('visits.asWritten')}
      </Text>
      <Table layout="fixed">
        <Table.Tbody>
          {written.map((field) => (
            <Table.Tr key={field}>
              <Table.Th w="40%">{t(`visits.written.${field}`)}</Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{visit.asWritten[field]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
