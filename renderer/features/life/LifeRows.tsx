import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LifeRow } from '../../../shared/contract/life.ts';
import { idSchema } from '../../../shared/domain/basics.ts';
import { SidePanel } from '../../components/SidePanel.tsx';
import { showDay, showTime } from '../../lib/dates.ts';
import { PersonLinks } from '../alerts/PersonLinks.tsx';

export interface ShownRows {
  readonly what: string;
  readonly rows: readonly LifeRow[];
}

/** The rows of the registers that a bar or a field stands for. */
export function LifeRows({ shown, onClose }: { readonly shown: ShownRows | null; onClose(): void }) {
  const { t } = useTranslation('life');
  return (
    <SidePanel opened={shown !== null} title={t('rowsOf', { what: shown?.what ?? '' })} onClose={onClose}>
      <Table verticalSpacing={4} aria-label={t('rows')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('when')}</Table.Th>
            <Table.Th>{t('what')}</Table.Th>
            <Table.Th>{t('other')}</Table.Th>
            <Table.Th>{t('said')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(shown?.rows ?? []).map(({ id, kind, date, time, other, otherName, said }) => (
            <Table.Tr key={`${kind} ${id}`}>
              <Table.Td>
                {showDay(date)}
                {time !== null && `, ${showTime(time)}`}
              </Table.Td>
              <Table.Td>{t(`kind.${kind}`)}</Table.Td>
              <Table.Td>
                <Other other={other} name={otherName} />
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{said === otherName ? '' : said}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </SidePanel>
  );
}

/** A person with the way to their page, a number as it is, or nobody. */
export function Other({ other, name }: { readonly other: string; readonly name: string }) {
  const { t } = useTranslation();
  if (idSchema.safeParse(other).success) return <PersonLinks people={[{ id: other, name }]} />;
  return name === '' ? t('none') : name;
}
