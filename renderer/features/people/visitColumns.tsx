import { Anchor, Text, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../../shared/contract/people.ts';
import type { GridColumn } from '../../components/DataGrid.tsx';
import { showDay, showTime } from '../../lib/dates.ts';

export const visitColumns = (t: TFunction<'people'>, personId: string): GridColumn<VisitRow>[] => [
  { key: 'date', label: t('visits.date'), width: '120px', cell: ({ visit }) => showDay(visit.date) },
  {
    key: 'time',
    label: t('visits.time'),
    width: '70px',
    cell: ({ visit }) => (visit.time === null ? t('common:none') : showTime(visit.time)),
  },
  {
    key: 'other',
    label: t('visits.other'),
    width: 'minmax(200px, 2fr)',
    cell: (row) => counterpart(row, personId),
  },
  {
    key: 'side',
    label: t('visits.side'),
    width: '130px',
    cell: ({ visit }) => t(visit.visitorId === personId ? 'visits.visited' : 'visits.wasVisited'),
  },
  { key: 'relation', label: t('visits.relation'), width: 'minmax(110px, 1fr)', cell: ({ visit }) => visit.relation },
  {
    key: 'written',
    label: t('visits.asWritten'),
    width: 'minmax(200px, 2fr)',
    cell: (row) => writtenCell(row, personId),
  },
];

function counterpart(row: VisitRow, personId: string) {
  const { visit, visitorName, inmateName } = row;
  const [otherId, otherName] =
    visit.visitorId === personId ? [visit.inmateId, inmateName] : [visit.visitorId, visitorName];
  if (otherName === '' && visit.asWritten.visitorName === '') return <Anonymised />;
  return (
    <Anchor
      size="sm"
      onClick={(event) => event.stopPropagation()}
      renderRoot={(props) => <Link to="/people/$personId" params={{ personId: otherId }} {...props} />}
    >
      {otherName}
    </Anchor>
  );
}

/** The other side's name as the register has it; everything else it wrote is in the tooltip and the panel. */
function writtenCell(row: VisitRow, personId: string) {
  const { asWritten, visitorId } = row.visit;
  const side = visitorId === personId ? asWritten.inmateName : asWritten.visitorName;
  const rest = Object.values(asWritten).filter((value) => value !== '');
  return (
    <Tooltip label={rest.join(' · ')} multiline maw={420} openDelay={300}>
      <Text span size="sm" c="dimmed">
        {side}
      </Text>
    </Tooltip>
  );
}

/** The visitor was weeded; the visit stays without them. */
function Anonymised() {
  const { t } = useTranslation('people');
  return (
    <Text span size="sm" c="dimmed">
      {t('visits.anonymised')}
    </Text>
  );
}
