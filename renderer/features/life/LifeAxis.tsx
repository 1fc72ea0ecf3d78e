import { useElementSize } from '@mantine/hooks';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { type KeyboardEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { lifeKinds } from '../../../shared/analysis/life.ts';
import { dayMs, startOf } from '../../../shared/analysis/timeline.ts';
import type { LifeRow } from '../../../shared/contract/life.ts';
import { showDay } from '../../lib/dates.ts';
import { tickText } from '../timeline/tickText.ts';
import classes from './Life.module.css';
import type { ShownRows } from './LifeRows.tsx';

const laneHeight = 44;
const axisHeight = 22;
const nameWidth = 120;
const leastBar = 2;

interface LifeAxisProps {
  readonly events: readonly LifeRow[];
  onRows(rows: ShownRows): void;
}

/** Arrows lead to the bar beside, in the same lane. */
function goAlong(event: KeyboardEvent<SVGRectElement>): void {
  const { currentTarget, key } = event;
  const beside =
    key === 'ArrowRight'
      ? currentTarget.nextElementSibling
      : key === 'ArrowLeft'
        ? currentTarget.previousElementSibling
        : null;
  if (!(beside instanceof SVGRectElement)) return;
  event.preventDefault();
  beside.focus();
}

/** One lane for each register on one axis, a bar for each day. */
export function LifeAxis({ events, onRows }: LifeAxisProps) {
  const { t } = useTranslation('life');
  const { ref, width } = useElementSize();
  const lanes = useMemo(() => {
    const kinds = lifeKinds.filter((kind) => events.some((event) => event.kind === kind));
    return kinds.map((kind) => {
      const days = new Map<string, LifeRow[]>();
      for (const event of events) {
        if (event.kind !== kind) continue;
        const onDay = days.get(event.date);
        if (onDay === undefined) days.set(event.date, [event]);
        else onDay.push(event);
      }
      return { kind, days: [...days], most: Math.max(...[...days.values()].map(({ length }) => length)) };
    });
  }, [events]);
  const [first, last] = [startOf(events[0]?.date ?? ''), startOf(events.at(-1)?.date ?? '') + dayMs];
  const plot = Math.max(60, width - nameWidth - 8);
  const x = scaleUtc([first, last], [0, plot]);
  const ticks = x.ticks(Math.max(2, Math.floor(plot / 110)));
  const bar = Math.max(leastBar, Math.min(14, (plot * dayMs) / (last - first) - 1));
  return (
    <div ref={ref}>
      <svg width={width} height={lanes.length * laneHeight + axisHeight} role="group" aria-label={t('axis')}>
        {lanes.map(({ kind, days, most }, lane) => {
          const height = scaleLinear([0, most], [0, laneHeight - 10]);
          const base = (lane + 1) * laneHeight;
          return (
            <g key={kind}>
              <text className={classes.name} x={0} y={base - laneHeight / 2 + 4}>
                {t(`kind.${kind}`)}
              </text>
              <line className={classes.rule} x1={nameWidth} x2={nameWidth + plot} y1={base} y2={base} />
              {days.map(([date, rows], place) => {
                const label = t('bar', { count: rows.length, day: showDay(date), kind: t(`kind.${kind}`) });
                const choose = (): void => onRows({ what: label, rows });
                return (
                  <rect
                    key={date}
                    className={classes.bar}
                    data-kind={kind}
                    x={nameWidth + x(startOf(date))}
                    width={bar}
                    y={base - height(rows.length)}
                    height={height(rows.length)}
                    role="button"
                    // One stop of Tab for a lane; arrows go along it.
                    tabIndex={place === 0 ? 0 : -1}
                    aria-label={label}
                    onClick={choose}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter') choose();
                      else goAlong(event);
                    }}
                  >
                    <title>{label}</title>
                  </rect>
                );
              })}
            </g>
          );
        })}
        {ticks.map((tick) => (
          <text
            key={tick.getTime()}
            className={classes.tick}
            x={nameWidth + x(tick)}
            y={lanes.length * laneHeight + 15}
            textAnchor="middle"
          >
            {tickText(tick, last - first)}
          </text>
        ))}
      </svg>
    </div>
  );
}
