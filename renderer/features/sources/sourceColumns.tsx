import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SourceRow } from '../../../shared/contract/sources.ts';
import type { GridColumn } from '../../components/DataGrid.tsx';
import { showDay } from '../../lib/dates.ts';
import { ReminderBadge } from './ReminderBadge.tsx';

const dayOrNone = (day: string | null): string => (day === null ? '' : showDay(day));

export const sourceColumns = (t: TFunction<'sources'>): readonly GridColumn<SourceRow>[] => [
  { key: 'pseudonym', label: t('pseudonym'), width: '8rem', cell: (row) => row.pseudonym },
  { key: 'reliability', label: t('reliability'), width: '6.5rem', cell: (row) => row.reliability },
  { key: 'state', label: t('stateTitle'), width: '8rem', cell: (row) => t(`state.${row.state}`) },
  { key: 'handlers', label: t('handlers'), width: 'minmax(9rem, 1fr)', cell: (row) => row.handlers.join(', ') },
  { key: 'until', label: t('until'), width: '8.5rem', cell: (row) => dayOrNone(row.until) },
  { key: 'lastContact', label: t('lastContact'), width: '8.5rem', cell: (row) => dayOrNone(row.lastContact) },
  { key: 'nextContact', label: t('nextContact'), width: '8.5rem', cell: (row) => dayOrNone(row.nextContact) },
  { key: 'attention', label: t('attention'), width: 'minmax(11rem, 1.4fr)', cell: (row) => <Reminders of={row} /> },
];

/** The most pressing in words, how many more behind it. */
function Reminders({ of: { reminders } }: { readonly of: SourceRow }) {
  const { t } = useTranslation('sources');
  const [first] = reminders;
  if (first === undefined) return null;
  return (
    <span title={reminders.map((reminder) => t(`reminder.${reminder}`)).join(' · ')}>
      <ReminderBadge reminder={first} />
      {reminders.length > 1 && ` +${reminders.length - 1}`}
    </span>
  );
}
