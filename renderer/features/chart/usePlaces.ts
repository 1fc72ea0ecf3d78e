import { useCallback, useEffect, useMemo, useState } from 'react';
import { grid } from '../../../shared/analysis/chart-arrangements.ts';
import type { ChartPositions } from '../../../shared/domain/chart.ts';
import { toSinergiError } from '../../../shared/errors.ts';
import { call } from '../../lib/api.ts';
import { tellError } from '../../lib/tell.tsx';
import type { ChartInput } from './chartGraph.ts';
import type { Point } from './neighbours.ts';
import { completePlaces, joined } from './places.ts';

/** Larger charts are laid out in a thread of their own; below this it is done before a page is drawn. */
const laidOutHere = 250;

type LaidOut = Readonly<Record<string, Point>>;

/** Layouts of charts nobody has arranged, so that leaving a chart and coming back does not do them again. */
const known = new WeakMap<ChartInput['links'], { readonly saved: ChartPositions; readonly places: LaidOut }>();

export interface LayoutWorkState {
  readonly busy: boolean;
}

interface CompletePlaces {
  /** Empty for those whose place is still being worked out. */
  readonly places: ChartPositions;
  readonly work: LayoutWorkState;
  /** A layout with forces around some fixed places; null when it was stopped or failed, and the officer was told. */
  layOut(fixed: ChartPositions): Promise<ChartPositions | null>;
}

const layoutOf = ({ people, links }: ChartInput, fixed: ChartPositions): Promise<LaidOut> =>
  call('charts.layout', {
    ids: people.map(({ id }) => id),
    links: links.map(({ from, to }) => ({ from, to })),
    fixed: Object.fromEntries(Object.entries(fixed).map(([id, { x, y }]) => [id, { x, y }])),
  });

/** A place for everybody on a chart. */
export function usePlaces(input: ChartInput, saved: ChartPositions): CompletePlaces {
  const ids = useMemo(() => input.people.map(({ id }) => id), [input.people]);
  const large = ids.length > laidOutHere;
  const missing = useMemo(() => ids.some((id) => saved[id] === undefined), [ids, saved]);
  const earlier = known.get(input.links);
  const [laidOut, setLaidOut] = useState<LaidOut>(earlier?.saved === saved ? earlier.places : {});
  const [arranging, setArranging] = useState(false);
  const lacking = large && missing && ids.some((id) => saved[id] === undefined && laidOut[id] === undefined);

  useEffect(() => {
    if (!lacking) return undefined;
    let gone = false;
    const lay = async (): Promise<void> => {
      try {
        const places = await layoutOf(input, saved);
        known.set(input.links, { saved, places });
        if (!gone) setLaidOut(places);
      } catch (error) {
        if (gone) return;
        // Stopped or failed, everybody is still to be found: in rows, which takes no time.
        if (toSinergiError(error).code !== 'cancelled') tellError(error);
        setLaidOut(grid(ids, input.links));
      }
    };
    void lay();
    return () => {
      gone = true;
    };
  }, [lacking, input, saved, ids]);

  const places = useMemo(
    () => (large ? joined(ids, saved, laidOut) : completePlaces(input, saved)),
    [large, ids, saved, laidOut, input],
  );
  const layOut = useCallback(
    async (fixed: ChartPositions): Promise<ChartPositions | null> => {
      if (!large) return completePlaces(input, fixed);
      setArranging(true);
      try {
        return joined(ids, fixed, await layoutOf(input, fixed));
      } catch (error) {
        if (toSinergiError(error).code !== 'cancelled') tellError(error);
        return null;
      } finally {
        setArranging(false);
      }
    },
    [large, ids, input],
  );
  return { places, work: { busy: lacking || arranging }, layOut };
}
