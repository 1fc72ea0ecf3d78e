import { Box, useComputedColorScheme } from '@mantine/core';
import { scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import { zoom as zooming, type ZoomBehavior, zoomIdentity, type ZoomTransform } from 'd3-zoom';
import { type KeyboardEvent, type RefObject, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { Lane, TimedEvent } from '../../../shared/analysis/timeline.ts';
import { palettes } from '../chart/palette.ts';
import classes from './Timeline.module.css';
import { tickText } from './tickText.ts';

export interface LaneHandle {
  zoomBy(factor: number): void;
  fit(): void;
}

interface TimelineLanesProps {
  readonly lanes: readonly Lane[];
  readonly extent: readonly [number, number];
  readonly label: string;
  /** Where the playback stands; null when it is off. */
  readonly moment: number | null;
  readonly handle: RefObject<LaneHandle | null>;
  readonly nameOf: (lane: Lane) => string;
  readonly isChosen: (event: TimedEvent) => boolean;
  onChoose(event: TimedEvent): void;
  onStep(by: 1 | -1): void;
}

const names = 170;
const laneHeight = 22;
const barHeight = 10;
const axisHeight = 24;
/** From the whole range down to minutes. */
const deepest = 2_000_000;

/** Events on lanes over a time axis; dragging moves, Ctrl and the wheel or the keys zoom. */
export function TimelineLanes(props: TimelineLanesProps) {
  const { lanes, extent, label, moment, handle, nameOf, isChosen, onChoose, onStep } = props;
  const svg = useRef<SVGSVGElement>(null);
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  const [width, setWidth] = useState(800);
  const [transform, setTransform] = useState<ZoomTransform>(zoomIdentity);
  const colours = palettes[useComputedColorScheme('light')];
  const [first, last] = extent;

  useEffect(() => {
    const element = svg.current;
    if (element === null) return undefined;
    const watcher = new ResizeObserver(() => setWidth(Math.max(320, element.clientWidth)));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);

  useEffect(() => {
    const element = svg.current;
    if (element === null) return undefined;
    const made = zooming<SVGSVGElement, unknown>()
      .scaleExtent([1, deepest])
      .extent([
        [names, 0],
        [width, 1],
      ])
      .translateExtent([
        [names, 0],
        [width, 1],
      ])
      .filter((event: Event) => !(event instanceof WheelEvent) || event.ctrlKey)
      .on('zoom', ({ transform: next }: { transform: ZoomTransform }) => setTransform(next));
    behaviour.current = made;
    const selection = select(element);
    selection.call(made).on('dblclick.zoom', null);
    return () => void selection.on('.zoom', null);
  }, [width]);

  useImperativeHandle(handle, () => ({
    zoomBy(factor) {
      if (svg.current !== null) behaviour.current?.scaleBy(select(svg.current), factor);
    },
    fit() {
      if (svg.current !== null) behaviour.current?.transform(select(svg.current), zoomIdentity);
    },
  }));

  const scale = useMemo(
    () =>
      transform.rescaleX(
        scaleUtc()
          .domain([first, last])
          .range([names, width - 8]),
      ),
    [transform, first, last, width],
  );
  const ticks = scale.ticks(Math.max(2, Math.floor((width - names) / 110)));
  const [left, right] = [scale.invert(names).getTime(), scale.invert(width).getTime()];
  const height = lanes.length * laneHeight + axisHeight;

  function onKeyDown(event: KeyboardEvent): void {
    if (svg.current === null) return;
    const target = select(svg.current);
    if (event.key === 'ArrowRight' && !event.shiftKey) onStep(1);
    else if (event.key === 'ArrowLeft' && !event.shiftKey) onStep(-1);
    else if (event.key === 'ArrowRight') behaviour.current?.translateBy(target, -60 / transform.k, 0);
    else if (event.key === 'ArrowLeft') behaviour.current?.translateBy(target, 60 / transform.k, 0);
    else if (event.key === '+' || event.key === '=') behaviour.current?.scaleBy(target, 1.6);
    else if (event.key === '-') behaviour.current?.scaleBy(target, 1 / 1.6);
    else if (event.key === '0') behaviour.current?.transform(target, zoomIdentity);
    else return;
    event.preventDefault();
  }

  return (
    <Box role="application" tabIndex={0} aria-label={label} className={classes['lanes']} onKeyDown={onKeyDown}>
      <svg ref={svg} height={height} width="100%">
        {ticks.map((tick) => {
          const x = scale(tick);
          return (
            <g key={tick.getTime()} transform={`translate(${x} 0)`}>
              <line y1={axisHeight} y2={height} stroke="var(--line)" />
              <text y={15} x={3} className={classes['tick']}>
                {tickText(tick, right - left)}
              </text>
            </g>
          );
        })}
        {lanes.map((lane, index) => {
          const y = axisHeight + index * laneHeight;
          return (
            <g key={lane.id} transform={`translate(0 ${y})`}>
              <line x1={0} x2={width} y1={laneHeight} y2={laneHeight} stroke="var(--line)" strokeOpacity={0.6} />
              {lane.events.map((event) => {
                if ((event.end !== null && event.end < left) || (event.start !== null && event.start > right))
                  return null;
                const from = event.start === null ? names : Math.max(names, scale(event.start));
                const to = event.end === null ? width : Math.min(width, scale(event.end));
                const chosen = isChosen(event);
                const colour = event.linkId === null ? colours.parts.visitor.border : colours.line;
                return (
                  <rect
                    key={event.id}
                    x={from}
                    y={(laneHeight - barHeight) / 2}
                    width={Math.max(4, to - from)}
                    height={barHeight}
                    rx={2}
                    fill={chosen ? colours.chosen : colour}
                    fillOpacity={event.start === null || event.end === null ? 0.45 : 0.8}
                    className={classes['event']}
                    onClick={() => onChoose(event)}
                  />
                );
              })}
              <rect x={0} width={names} height={laneHeight - 1} fill={colours.ground} />
              <text x={8} y={15} className={classes['name']}>
                {short(nameOf(lane))}
              </text>
            </g>
          );
        })}
        {moment !== null && scale(moment) >= names && (
          <line x1={scale(moment)} x2={scale(moment)} y1={0} y2={height} stroke={colours.chosen} strokeWidth={1.5} />
        )}
      </svg>
    </Box>
  );
}

const longest = 24;
const short = (name: string): string => (name.length <= longest ? name : `${name.slice(0, longest - 1)}…`);
