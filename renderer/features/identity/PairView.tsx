import { Badge, List, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PairRow } from '../../../shared/contract/identity.ts';
import { Section } from '../../components/Section.tsx';
import { showDay } from '../../lib/dates.ts';

type Side = PairRow['a'];
const nothing = '–';
const list = (texts: readonly string[]): string => (texts.length === 0 ? nothing : texts.join('\n'));

/** Two people side by side, and why they may be one or two. */
export function PairView({ pair }: { readonly pair: PairRow }) {
  const { t } = useTranslation('identity');
  const inmates = ({ inmates: known, otherInmates }: Side): string => {
    const told = known.map(({ name, relations }) =>
      relations.length === 0 ? name : `${name} (${relations.join(', ')})`,
    );
    return list(otherInmates === 0 ? told : [...told, t('otherInmates', { count: otherInmates })]);
  };
  const came = ({ visits, first, last }: Side): string =>
    first === null || last === null
      ? t('visits', { count: visits })
      : `${t('visits', { count: visits })}, ${showDay(first)} – ${showDay(last)}`;
  const rows: readonly (readonly [string, (side: Side) => string])[] = [
    [t('column.name'), ({ name }) => name],
    [t('column.aliases'), ({ aliases }) => list(aliases)],
    [t('column.nationalIds'), ({ nationalIds }) => list(nationalIds)],
    [t('column.phones'), ({ phones }) => list(phones)],
    [t('column.addresses'), ({ addresses }) => list(addresses)],
    [t('column.birthDate'), ({ birthDate }) => (birthDate === null ? nothing : showDay(birthDate))],
    [t('column.inmates'), inmates],
    [t('column.visits'), came],
  ];
  return (
    <Stack gap="lg">
      <Section
        title={`${pair.a.name} · ${pair.b.name}`}
        note={
          <>
            <Badge variant="light" tt="none">
              {t(`band.${pair.band}`)}
            </Badge>
            {pair.undecided && (
              <Badge variant="outline" tt="none" ml="xs">
                {t('putOff')}
              </Badge>
            )}
          </>
        }
      >
        <Table layout="fixed" withTableBorder verticalSpacing={6} aria-label={t('sideBySide')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="9rem">{t('column.field')}</Table.Th>
              <Table.Th>{t('column.first')}</Table.Th>
              <Table.Th>{t('column.second')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([label, value]) => (
              <Table.Tr key={label}>
                <Table.Th scope="row">{label}</Table.Th>
                {[pair.a, pair.b].map((side) => (
                  <Table.Td key={side.id}>
                    <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                      {value(side)}
                    </Text>
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Section>
      <Section title={t('why')} note={t('whyNote')}>
        <List size="sm" spacing={4}>
          {pair.reasons.map(({ found, values, weight }) => (
            <List.Item key={found}>
              {t(`found.${found}`, values)}{' '}
              <Text span size="sm" c="dimmed">
                {weight > 0 ? t('speaksFor') : weight < 0 ? t('speaksAgainst') : ''}
              </Text>
            </List.Item>
          ))}
        </List>
      </Section>
    </Stack>
  );
}
