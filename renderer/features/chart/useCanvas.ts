import { useComputedColorScheme } from '@mantine/core';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { commonKind } from '../../../shared/analysis/chart-labels.ts';
import type { ChartPositions } from '../../../shared/domain/case.ts';
import { useLinkKind } from '../people/useLinkKind.ts';
import { type CanvasListener, ChartCanvas, type Choice } from './canvas.ts';
import type { ChartEdge, ChartGraph } from './chartGraph.ts';
import { palettes } from './palette.ts';

/** People and links together; above this, moving a chart drawn line by line is no longer smooth. */
const largeChart = 1000;

interface CanvasState extends CanvasListener {
  readonly graph: ChartGraph;
  readonly places: ChartPositions;
  readonly choice: Choice | null;
  /** People an analysis shows; null when it shows none. */
  readonly marked: ReadonlySet<string> | null;
  readonly drawingFrom: string | null;
}

interface CanvasRefs {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly signs: RefObject<HTMLCanvasElement | null>;
  readonly canvas: RefObject<ChartCanvas | null>;
}

/** Keeps a drawn chart in step with what React knows. */
export function useCanvas(state: CanvasState): CanvasRefs {
  const { graph, places, choice, marked, drawingFrom } = state;
  const scheme = useComputedColorScheme('light');
  const { i18n } = useTranslation();
  const kindName = useLinkKind();
  const container = useRef<HTMLDivElement>(null);
  const signs = useRef<HTMLCanvasElement>(null);
  const canvas = useRef<ChartCanvas>(null);
  const listener = useRef<CanvasListener>(state);
  const nobody = graph.nodes.length === 0;
  const large = graph.nodes.length + graph.edges.length > largeChart;

  useEffect(() => {
    listener.current = state;
  });

  useEffect(() => {
    if (nobody || container.current === null || signs.current === null) return undefined;
    const drawn = new ChartCanvas(container.current, signs.current, palettes[scheme], large, () => listener.current);
    canvas.current = drawn;
    const watcher = new ResizeObserver(() => drawn.resize());
    watcher.observe(container.current);
    return () => {
      watcher.disconnect();
      drawn.destroy();
      canvas.current = null;
    };
    // A change of theme repaints below; the drawing itself lives as long as there is somebody to draw.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [nobody, large]);

  useEffect(() => canvas.current?.paint(palettes[scheme]), [scheme]);
  useEffect(() => {
    const common = commonKind(graph.edges);
    const wordsOf = (edge: ChartEdge): string => `${kindName(edge.kind)} · ${edge.grade}`;
    const labelOf = (edge: ChartEdge): string => (edge.kind === common ? edge.grade : wordsOf(edge));
    canvas.current?.show(graph, places, { labelOf, wordsOf });
  }, [graph, places, kindName, i18n.language, large]);
  useEffect(() => canvas.current?.choose(choice, marked), [choice, marked, graph, large]);
  useEffect(() => canvas.current?.draw(drawingFrom), [drawingFrom]);

  return { container, signs, canvas };
}
