import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReceivedRow } from '../../../shared/domain/exchange/rows.ts';
import { handlingLabel } from '../../../shared/domain/handling.ts';
import { showDay, showMoment } from '../../lib/dates.ts';
import { countsText } from './countsText.ts';

interface PackageFactsProps {
  readonly facts: Pick<
    ReceivedRow,
    'officer' | 'purpose' | 'handling' | 'conditions' | 'sealedAt' | 'expiresOn' | 'counts' | 'kind'
  >;
  readonly more?: readonly (readonly [string, string])[];
}

export function PackageFacts({ facts, more = [] }: PackageFactsProps) {
  const { t } = useTranslation('exchange');
  const { officer, purpose, handling, conditions, sealedAt, expiresOn, counts, kind } = facts;
  const rows: readonly (readonly [string, string])[] = [
    [t('inbox.kindTitle'), t(`kind.${kind}`)],
    [t('inbox.purpose'), purpose],
    [t('inbox.sealed'), `${showMoment(sealedAt)}, ${officer}`],
    [t('inbox.handling'), handlingLabel(handling)],
    ...(conditions === '' ? [] : [[t('inbox.conditions'), conditions] as const]),
    ...(expiresOn === null ? [] : [[t('inbox.expires'), showDay(expiresOn)] as const]),
    ...(kind === 'items' ? [[t('inbox.contents'), countsText(t, counts)] as const] : []),
    ...more,
  ];
  return (
    <Table withRowBorders={false} verticalSpacing={4}>
      <Table.Tbody>
        {rows.map(([label, value]) => (
          <Table.Tr key={label}>
            <Table.Th scope="row" w="10rem" fw={500} c="dimmed">
              {label}
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
