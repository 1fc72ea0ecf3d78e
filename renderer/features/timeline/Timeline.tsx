import { ActionIcon, Group, Paper, ScrollArea, SegmentedControl, Slider, Switch, Text, Tooltip } from '@mantine/core';
import {
  IconMaximize,
  IconPlayerPause,
  IconPlayerPlay,
  IconZoomIn,
  IconZoomOut,
  type TablerIcon,
} from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filterLinks } from '../../../shared/analysis/network/link-filter.ts';
import { extentOf, firstMoment, lanesOf, type TimedEvent, timedEvents } from '../../../shared/analysis/timeline.ts';
import type { ChartState } from '../../../shared/domain/chart.ts';
import { useCall } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';
import type { ChartInput } from '../chart/chartGraph.ts';
import type { Selection } from '../chart/selection.ts';
import { usePeriod } from '../cases/usePeriod.ts';
import { useLinkKind } from '../people/useLinkKind.ts';
import { type LaneHandle, TimelineLanes } from './TimelineLanes.tsx';
import { usePlayback } from './usePlayback.ts';

interface TimelineProps {
  readonly caseId: string;
  readonly input: ChartInput;
  readonly state: ChartState;
  readonly selection: Selection;
  readonly moment: number | null;
  onMoment(moment: number | null): void;
  onSelect(selection: Selection): void;
}

/** More lanes than this nobody reads; the fullest are shown. */
const mostLanes = 120;
const zoomStep = 1.8;

/** What happened when, below the chart: dated links and visits on lanes, and the network played over time. */
export function Timeline({ caseId, input, state, selection, moment, onMoment, onSelect }: TimelineProps) {
  const { t } = useTranslation('timeline');
  const kindName = useLinkKind();
  const period = usePeriod();
  const [by, setBy] = useState<'person' | 'kind'>('person');
  const handle = useRef<LaneHandle>(null);
  const { data } = useCall('charts.visits', { caseId });
  const hidden = useMemo(() => new Set(state.hidden), [state.hidden]);
  const events = useMemo(() => {
    const seen = ({ from, to }: { from: string; to: string }): boolean => !hidden.has(from) && !hidden.has(to);
    const links = filterLinks(input.links, state.filter).kept.filter(seen);
    const visits = (data?.visits ?? []).filter((visit) => seen({ from: visit.visitorId, to: visit.inmateId }));
    return timedEvents(links, visits);
  }, [input.links, state.filter, hidden, data]);
  const lanes = useMemo(() => lanesOf(events, by), [events, by]);
  const extent = useMemo(() => extentOf(events), [events]);
  const names = useMemo(() => new Map(input.people.map(({ id, name }) => [id, name])), [input.people]);
  const { playing, setPlaying } = usePlayback(extent, moment, onMoment);
  const [now, setNow] = useState<string | null>(null);

  if (extent === null)
    return (
      <Paper withBorder p="sm" mt="xs" component="section" aria-label={t('title')}>
        <Text size="sm">{t('empty')}</Text>
      </Paper>
    );
  const [first, last] = extent;
  const dayOf = (at: number): string => showDay(new Date(at).toISOString().slice(0, 10));
  const chosenPeople = new Set(selection.people);

  function isChosen(event: TimedEvent): boolean {
    if (event.id === now) return true;
    if (selection.other?.kind === 'link') return event.linkId === selection.other.id;
    if (chosenPeople.size > 1) return chosenPeople.has(event.from) && chosenPeople.has(event.to);
    return chosenPeople.has(event.from) || chosenPeople.has(event.to);
  }

  function choose(event: TimedEvent): void {
    setNow(event.id);
    onSelect(
      event.linkId === null
        ? { people: [event.from, event.to], other: null }
        : { people: [], other: { kind: 'link', id: event.linkId } },
    );
  }

  function step(by_: 1 | -1): void {
    const at = events.findIndex(({ id }) => id === now);
    const next = events[at === -1 ? (by_ === 1 ? 0 : events.length - 1) : at + by_];
    if (next !== undefined) choose(next);
  }

  const told = events.find(({ id }) => id === now);
  return (
    <Paper withBorder mt="xs" component="section" aria-label={t('title')}>
      <Group gap="xs" px="sm" py={6}>
        <SegmentedControl
          size="xs"
          aria-label={t('lanes')}
          value={by}
          data={[
            { value: 'person', label: t('byPerson') },
            { value: 'kind', label: t('byKind') },
          ]}
          onChange={(value) => setBy(value === 'kind' ? 'kind' : 'person')}
        />
        <Tool label={t('zoomIn')} icon={IconZoomIn} onClick={() => handle.current?.zoomBy(zoomStep)} />
        <Tool label={t('zoomOut')} icon={IconZoomOut} onClick={() => handle.current?.zoomBy(1 / zoomStep)} />
        <Tool label={t('fit')} icon={IconMaximize} onClick={() => handle.current?.fit()} />
        <Switch
          size="xs"
          label={t('overTime')}
          checked={moment !== null}
          onChange={(event) => {
            setPlaying(false);
            onMoment(event.currentTarget.checked ? last : null);
          }}
        />
        {moment !== null && (
          <>
            <Tool
              label={t(playing ? 'pause' : 'play')}
              icon={playing ? IconPlayerPause : IconPlayerPlay}
              onClick={() => setPlaying(!playing)}
            />
            <Slider
              flex="1 1 160px"
              maw={360}
              size="sm"
              min={first}
              max={last}
              step={86_400_000}
              value={moment}
              label={null}
              thumbLabel={t('moment')}
              onChange={onMoment}
            />
            <Text size="sm" fw={600} role="status">
              {dayOf(moment)}
            </Text>
          </>
        )}
        <Text size="xs" c="dimmed" ml="auto">
          {t('counts', { events: events.length, lanes: lanes.length })}
          {lanes.length > mostLanes && ` ${t('mostLanes', { count: mostLanes })}`}
          {data !== undefined && data.left > 0 && ` ${t('visitsLeft', { count: data.left })}`}
        </Text>
      </Group>
      <ScrollArea.Autosize mah={210} type="auto" style={{ borderTop: '1px solid var(--line)' }}>
        <TimelineLanes
          lanes={lanes.slice(0, mostLanes)}
          extent={extent}
          label={t('label', { events: events.length })}
          moment={moment}
          handle={handle}
          nameOf={({ id }) => (by === 'person' ? (names.get(id) ?? '') : id === '' ? t('visits') : kindName(id))}
          isChosen={isChosen}
          onChoose={choose}
          onStep={step}
        />
      </ScrollArea.Autosize>
      <Text size="xs" c="dimmed" px="sm" py={4} role="status">
        {told === undefined
          ? t('keys')
          : t('told', {
              what: told.linkId === null ? t('visit') : kindName(told.kind),
              from: names.get(told.from),
              to: names.get(told.to),
              when:
                told.linkId === null
                  ? dayOf(firstMoment(told))
                  : period(dayText(told.start), told.end === null ? undefined : dayText(told.end - 1)),
            })}
      </Text>
    </Paper>
  );
}

const dayText = (at: number | null): string | undefined =>
  at === null ? undefined : new Date(at).toISOString().slice(0, 10);

interface ToolProps {
  readonly label: string;
  readonly icon: TablerIcon;
  onClick(): void;
}

const Tool = ({ label, icon: Icon, onClick }: ToolProps) => (
  <Tooltip label={label}>
    <ActionIcon variant="default" size={28} aria-label={label} onClick={onClick}>
      <Icon size={15} stroke={1.7} />
    </ActionIcon>
  </Tooltip>
);
