import { Alert, Badge, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { comparedKinds, type Comparison, losesNothing } from '../../../shared/domain/comparison.ts';
import { showMoment } from '../../lib/dates.ts';
import { showNumber } from '../../lib/numbers.ts';

const counted = ['missing', 'changed', 'extra'] as const;
const mostCases = 50;

/** What would be left behind: figures of each kind, and the cases it is about. */
export function ComparisonView({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation('backup');
  const { lacks, cases, otherCases, sameVault } = comparison;
  const moment = (at: string | null): string => (at === null ? t('common:none') : showMoment(at));
  return (
    <Stack>
      {!sameVault && <Alert color="red">{t('compare.other')}</Alert>}
      {sameVault && losesNothing(comparison) && (
        <Alert color="teal" role="status">
          {t('compare.same')}
        </Alert>
      )}
      <Table aria-label={t('compare.table')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('compare.what')}</Table.Th>
            {counted.map((name) => (
              <Table.Th key={name} ta="right">
                {t(`compare.${name}`)}
              </Table.Th>
            ))}
            <Table.Th>{t('compare.newest')}</Table.Th>
            <Table.Th>{t('compare.newestThere')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {comparedKinds.map((kind) => (
            <Table.Tr key={kind}>
              <Table.Td>{t(`compare.kind.${kind}`)}</Table.Td>
              {counted.map((name) => (
                <Table.Td key={name} ta="right" fw={lacks[kind][name] > 0 ? 600 : 400}>
                  {showNumber(lacks[kind][name])}
                </Table.Td>
              ))}
              <Table.Td>{moment(lacks[kind].newest)}</Table.Td>
              <Table.Td>{moment(lacks[kind].newestThere)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {cases.length + otherCases > 0 && <Title order={3}>{t('compare.cases')}</Title>}
      {cases.length > 0 && (
        <Table aria-label={t('compare.cases')}>
          <Table.Tbody>
            {cases.slice(0, mostCases).map((file) => (
              <Table.Tr key={file.id}>
                <Table.Td>{file.number}</Table.Td>
                <Table.Td>{file.title}</Table.Td>
                <Table.Td>
                  <Badge variant="light">{t(`compare.state.${file.state}`)}</Badge>
                </Table.Td>
                <Table.Td>{showMoment(file.changedAt)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {otherCases > 0 && <Text c="dimmed">{t('compare.otherCases', { count: otherCases })}</Text>}
    </Stack>
  );
}
