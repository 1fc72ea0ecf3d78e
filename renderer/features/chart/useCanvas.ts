import { useComputedColorScheme } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commonKind, linkLabel } from '../../../shared/analysis/chart-labels.ts';
import type { Scene, SceneLink } from '../../../shared/analysis/chart-scene.ts';
import { useLinkKind } from '../people/useLinkKind.ts';
import { type CanvasListener, ChartCanvas } from './canvas.ts';
import { chartSizeOf } from './chartSize.ts';
import { palettes } from './palette.ts';
import type { Selection } from './selection.ts';

interface CanvasState extends CanvasListener {
  readonly scene: Scene;
  /** Whether the period of a link stands on its line. */
  readonly dates: boolean;
  /** Of those who are drawn with one. */
  readonly photos: ReadonlyMap<string, ImageBitmap>;
  readonly selection: Selection;
  /** People an analysis shows; null when it shows none. */
  readonly marked: ReadonlySet<string> | null;
  /** Nodes and links a moment in time does not know of; null when time plays no part. */
  readonly asleep: ReadonlySet<string> | null;
  readonly drawingFrom: string | null;
  /** What stands on a line instead of kind and grade; null leaves it at those. */
  readonly labelOf?: (link: SceneLink) => string | null;
  /** A drag on empty ground chooses instead of moving the chart. */
  readonly catching: boolean;
}

interface CanvasRefs {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly signs: RefObject<HTMLCanvasElement | null>;
  readonly canvas: RefObject<ChartCanvas | null>;
  /** A chart of many is being put on the canvas. */
  readonly loading: boolean;
}

/** Keeps a drawn chart in step with what React knows. */
export function useCanvas(state: CanvasState): CanvasRefs {
  const { scene, dates, photos, selection, marked, asleep, drawingFrom, catching } = state;
  const scheme = useComputedColorScheme('light');
  const { t } = useTranslation('chart');
  const kindName = useLinkKind();
  const container = useRef<HTMLDivElement>(null);
  const signs = useRef<HTMLCanvasElement>(null);
  const canvas = useRef<ChartCanvas>(null);
  const listener = useRef<CanvasState>(state);
  const nobody = scene.nodes.length === 0;
  const size = chartSizeOf(scene);
  const [loading, setLoading] = useState(false);

  useEffect(() => {
    listener.current = state;
  });

  useEffect(() => {
    if (nobody || container.current === null || signs.current === null) return undefined;
    const drawn = new ChartCanvas(container.current, signs.current, palettes[scheme], size, () => listener.current);
    canvas.current = drawn;
    const watcher = new ResizeObserver(() => drawn.resize());
    watcher.observe(container.current);
    return () => {
      watcher.disconnect();
      drawn.destroy();
      canvas.current = null;
      // What it was still putting there is nobody's any more.
      setLoading(false);
    };
    // A change of theme repaints below; the drawing itself lives as long as there is somebody to draw.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [nobody, size]);

  useEffect(() => canvas.current?.paint(palettes[scheme]), [scheme]);
  useEffect(() => {
    const common = commonKind(scene.links);
    const words = { kind: kindName, several: (count: number) => t('several', { count }) };
    canvas.current?.show(
      scene,
      {
        nameOf: ({ name }) => name,
        labelOf: (link) => listener.current.labelOf?.(link) ?? linkLabel(link, common, dates, words),
        wordsOf: (link) => listener.current.labelOf?.(link) ?? linkLabel(link, null, dates, words),
      },
      setLoading,
    );
  }, [scene, dates, kindName, t, size]);
  useEffect(() => canvas.current?.choose(selection, marked, asleep), [selection, marked, asleep, size]);
  useEffect(() => canvas.current?.showPhotos(photos), [photos, size, nobody]);
  useEffect(() => canvas.current?.draw(drawingFrom), [drawingFrom]);
  useEffect(() => canvas.current?.catching(catching), [catching, size]);

  return { container, signs, canvas, loading };
}
