import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PackFields } from '../../../shared/contract/exchange.ts';
import type { PreviewRow } from '../../../shared/domain/exchange/rows.ts';
import { handlingLabel } from '../../../shared/domain/handling.ts';
import { DataGrid, type GridColumn } from '../../components/DataGrid.tsx';
import { Section } from '../../components/Section.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';

const columns = (t: TFunction<'exchange'>): readonly GridColumn<PreviewRow>[] => [
  { key: 'type', label: t('quarantine.typeTitle'), width: '6.5rem', cell: (row) => t(`type.${row.type}`) },
  { key: 'label', label: t('quarantine.what'), width: 'minmax(9rem, 1.6fr)', cell: (row) => row.label },
  { key: 'outcome', label: t('send.outcomeTitle'), width: '8.5rem', cell: (row) => t(`send.outcome.${row.outcome}`) },
  { key: 'why', label: t('send.why'), width: 'minmax(9rem, 1.6fr)', cell: (row) => <Why row={row} /> },
  {
    key: 'handling',
    label: t('quarantine.handling'),
    width: '6rem',
    cell: (row) => (row.handling === null ? '' : handlingLabel(row.handling)),
  },
];

function Why({ row: { reason, withheld } }: { readonly row: PreviewRow }) {
  const { t } = useTranslation('exchange');
  const text =
    reason === null
      ? withheld.map((name) => t(`field.${name}`, { defaultValue: name })).join(', ')
      : t(`send.reason.${reason}`);
  return <span title={text}>{text}</span>;
}

/** Item by item what would go, what goes without some of its fields, and what stays and why. */
export function PreviewList({ order }: { readonly order: PackFields }) {
  const { t } = useTranslation('exchange');
  const preview = useCall('exchange.preview', order, { keepPrevious: true });
  if (preview.error !== null) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  if (preview.data === undefined) return <LoadingState />;
  const rows = preview.data;
  return (
    <Section title={t('send.preview')} note={t('send.previewNote')}>
      <DataGrid
        label={t('send.preview')}
        columns={columns(t)}
        total={rows.length}
        rowAt={(position) => rows[position]}
      />
    </Section>
  );
}
