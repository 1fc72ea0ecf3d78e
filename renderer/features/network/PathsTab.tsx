import { Anchor, MultiSelect, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guidedPaths } from '../../../shared/analysis/network/guided-path.ts';
import { timedPath, type TimedStep } from '../../../shared/analysis/network/time-paths.ts';
import { showDay } from '../../lib/dates.ts';
import type { Tools } from './tools.ts';

const most = 50;

/** Ways from one person to another. */
export function PathsTab({ analysis, chosen, onMark }: Tools) {
  const { t } = useTranslation('network');
  const [from, setFrom] = useState(chosen);
  const [to, setTo] = useState<string | null>(null);
  const [timed, setTimed] = useState(false);
  const [avoiding, setAvoiding] = useState<string[]>([]);
  const [through, setThrough] = useState<string[]>([]);
  const { people } = analysis;
  return (
    <Stack gap="xs">
      <Select size="xs" searchable clearable label={t('from')} data={people} value={from} onChange={setFrom} />
      <Select size="xs" searchable clearable label={t('to')} data={people} value={to} onChange={setTo} />
      <SegmentedControl
        size="xs"
        aria-label={t('way')}
        value={timed ? 'timed' : 'shortest'}
        data={(['shortest', 'timed'] as const).map((value) => ({ value, label: t(`wayKind.${value}`) }))}
        onChange={(value) => setTimed(value === 'timed')}
      />
      <MultiSelect size="xs" searchable label={t('avoiding')} data={people} value={avoiding} onChange={setAvoiding} />
      {!timed && (
        <MultiSelect
          size="xs"
          searchable
          maxValues={6}
          label={t('through')}
          data={people}
          value={through}
          onChange={setThrough}
        />
      )}
      {from === null || to === null ? (
        <Text size="sm" c="dimmed">
          {t('pickBoth')}
        </Text>
      ) : timed ? (
        <TimedWay analysis={analysis} from={from} to={to} avoiding={avoiding} onMark={onMark} />
      ) : (
        <ShortestWays analysis={analysis} from={from} to={to} avoiding={avoiding} through={through} onMark={onMark} />
      )}
    </Stack>
  );
}

interface WayProps extends Pick<Tools, 'analysis' | 'onMark'> {
  readonly from: string;
  readonly to: string;
  readonly avoiding: readonly string[];
}

function ShortestWays({
  analysis,
  from,
  to,
  avoiding,
  through,
  onMark,
}: WayProps & { readonly through: readonly string[] }) {
  const { t } = useTranslation('network');
  const { network } = analysis.found;
  const { length, paths, count } = useMemo(
    () => guidedPaths(network, { from, to, avoiding, through }, most),
    [network, from, to, avoiding, through],
  );
  if (length === null) return <Text size="sm">{t('noWay')}</Text>;
  return (
    <>
      <Text size="sm" fw={600} role="status">
        {t('ways', { count, length })} {count > paths.length && t('waysListed', { count: paths.length })}
      </Text>
      {paths.map((path) => (
        <Anchor
          key={path.join(' ')}
          component="button"
          type="button"
          size="sm"
          ta="left"
          onClick={() => onMark(new Set(path))}
        >
          {path.map((id) => analysis.nameOf(id)).join(analysis.options.directed ? ' → ' : ' – ')}
        </Anchor>
      ))}
    </>
  );
}

function TimedWay({ analysis, from, to, avoiding, onMark }: WayProps) {
  const { t } = useTranslation('network');
  const { links, options } = analysis;
  const steps = useMemo((): TimedStep[] | null => {
    const gone = new Set(avoiding);
    const open = links.filter((link) => !gone.has(link.from) && !gone.has(link.to));
    return timedPath(open, from, to, options.directed);
  }, [links, options.directed, from, to, avoiding]);
  if (steps === null) return <Text size="sm">{t('noWay')}</Text>;
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('timedText')}
      </Text>
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="left"
        onClick={() => onMark(new Set([from, ...steps.map((step) => step.to)]))}
      >
        {analysis.nameOf(from)}
        {steps.map((step) => (
          <span key={step.link.id}>
            {' → '}
            {analysis.nameOf(step.to)} ({step.on === null ? t('timedAny') : t('timedOn', { date: showDay(step.on) })})
          </span>
        ))}
      </Anchor>
    </>
  );
}
