import { Alert, Button, Chip, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconCalendarStats } from '@tabler/icons-react';
import dayjs from 'dayjs';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changesOf, gapsOf, heatOf, type LifeKind, lifeKinds, regularsOf } from '../../../shared/analysis/life.ts';
import { Section } from '../../components/Section.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { ChangeList, GapList } from './Changes.tsx';
import { HeatMap } from './HeatMap.tsx';
import { LifeAxis } from './LifeAxis.tsx';
import { LifeRows, type ShownRows } from './LifeRows.tsx';
import { RegularsTable } from './RegularsTable.tsx';

const ranges = ['all', 'year', 'quarter', 'month'] as const;
type Range = (typeof ranges)[number];
const daysIn: Readonly<Record<Range, number>> = { all: Number.POSITIVE_INFINITY, year: 365, quarter: 91, month: 28 };

const noDays = {};
/** More in one table nobody reads; the newest are shown. */
const mostRows = 1000;

/** When things happen around a person: on one axis, by day of the week and hour, and what is regular, silent or changed. */
export function PersonLife({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('life');
  const { data, error, refetch } = useCall('people.life', { id: personId });
  const [hidden, setHidden] = useState<ReadonlySet<LifeKind>>(new Set());
  const [range, setRange] = useState<Range>('all');
  const [rows, setRows] = useState<ShownRows | null>(null);
  const present = useMemo(() => new Set((data?.events ?? []).map(({ kind }) => kind)), [data]);
  const last = data?.events.at(-1)?.date ?? '';
  const days = daysIn[range];
  const start = Number.isFinite(days) ? dayjs(last).subtract(days, 'day').format('YYYY-MM-DD') : '';
  const events = useMemo(
    () => (data?.events ?? []).filter(({ kind, date }) => !hidden.has(kind) && date > start),
    [data, hidden, start],
  );
  const found = useMemo(
    () => ({
      heat: heatOf(events),
      regulars: regularsOf(events),
    }),
    [events],
  );
  // A rhythm is read from all there is, and told for the time that is shown.
  const chosen = useMemo(() => (data?.events ?? []).filter(({ kind }) => !hidden.has(kind)), [data, hidden]);
  const until = data?.until ?? noDays;
  const gaps = useMemo(
    () => gapsOf(chosen, until).filter((gap) => gap.until === null || gap.until > start),
    [chosen, until, start],
  );
  const changes = useMemo(
    () => changesOf(chosen, until).filter((change) => change.until > start),
    [chosen, until, start],
  );
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState />;
  if (data.total === 0)
    return <EmptyState icon={<IconCalendarStats size={32} />} title={t('empty')} text={t('emptyText')} />;

  return (
    <Stack gap="lg">
      <Group gap="lg">
        <Group gap={6} role="group" aria-label={t('kinds')}>
          {lifeKinds
            .filter((kind) => present.has(kind))
            .map((kind) => (
              <Chip
                key={kind}
                variant="light"
                size="sm"
                checked={!hidden.has(kind)}
                onChange={(shown) =>
                  setHidden(new Set(shown ? [...hidden].filter((each) => each !== kind) : [...hidden, kind]))
                }
              >
                {t(`kind.${kind}`)}
              </Chip>
            ))}
        </Group>
        <SegmentedControl
          size="sm"
          aria-label={t('range')}
          value={range}
          data={ranges.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => setRange(ranges.find((each) => each === value) ?? 'all')}
        />
      </Group>
      {data.total > data.events.length && (
        <Alert color="yellow">{t('shownOf', { count: data.events.length, total: data.total })}</Alert>
      )}
      {events.length === 0 ? (
        <Text size="sm">{t('emptyRange')}</Text>
      ) : (
        <>
          <Section
            title={t('axis')}
            note={t('axisText')}
            actions={
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setRows({ what: t('allRows'), rows: events.slice(-mostRows).toReversed() })}
              >
                {t('allRows')}
              </Button>
            }
          >
            <LifeAxis events={events} onRows={setRows} />
          </Section>
          <Section title={t('heat')} note={t('heatText')}>
            <HeatMap heat={found.heat} events={events} onRows={setRows} />
          </Section>
          <Section title={t('regulars')} note={t('regularsText')}>
            <RegularsTable regulars={found.regulars} events={events} />
          </Section>
          <Section title={t('gaps')} note={t('gapsText')}>
            <GapList gaps={gaps} />
          </Section>
          <Section title={t('changes')} note={t('changesText')}>
            <ChangeList changes={changes} />
          </Section>
        </>
      )}
      <LifeRows shown={rows} onClose={() => setRows(null)} />
    </Stack>
  );
}
