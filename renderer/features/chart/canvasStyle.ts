import type { EdgeSingular, NodeSingular, StylesheetJson } from 'cytoscape';
import { extraStyle } from '../../../shared/analysis/chart-drawing.ts';
import { chartStyle, linkDash } from '../../../shared/analysis/chart-geometry.ts';
import { memberParts } from '../../../shared/domain/case.ts';
import type { ChartSize } from './chartSize.ts';
import type { Palette } from './palette.ts';

/** Letters smaller than this on the screen nobody reads, and on a chart of thousands they are most of the work; in pixels. */
const smallestLetters = 4.5;

const fontFamily = '"IBM Plex Sans", system-ui, sans-serif';

/** A number kept with an element; cytoscape's own mapping does not reach properties that take lists. */
const number =
  (name: string, factor = 1) =>
  (element: EdgeSingular | NodeSingular): number => {
    const value: unknown = element.data(name);
    return typeof value === 'number' ? value * factor : 0;
  };

/** The paper's drawing rules in cytoscape's words. */
export function canvasStyle(palette: Palette, size: ChartSize): StylesheetJson {
  return [
    {
      selector: 'core',
      style: {
        'selection-box-color': palette.chosen,
        'selection-box-opacity': 0.12,
        'selection-box-border-color': palette.chosen,
        'selection-box-border-width': 1,
        'active-bg-color': palette.chosen,
        'active-bg-opacity': 0,
        'active-bg-size': 0,
        'outside-texture-bg-color': palette.ground,
        'outside-texture-bg-opacity': 1,
      },
    },
    ...nodeStyle(palette),
    ...linkStyle(palette),
    ...(size === 'huge' ? plainStyle(palette) : []),
    ...markStyle(palette),
    ...(size === 'huge' ? nearStyle : []),
  ];
}

const nodeStyle = (palette: Palette): StylesheetJson => [
  {
    selector: 'node',
    style: {
      shape: 'ellipse',
      width: chartStyle.nodeRadius * 2,
      height: chartStyle.nodeRadius * 2,
      'border-width': chartStyle.nodeBorder,
      label: 'data(label)',
      color: palette.name,
      'font-family': fontFamily,
      'font-size': chartStyle.nameSize,
      'min-zoomed-font-size': smallestLetters,
      'line-height': chartStyle.nameLeading / chartStyle.nameSize,
      'text-wrap': 'wrap',
      'text-max-width': `${String(chartStyle.nameWidth + 8)}px`,
      'text-valign': 'bottom',
      'text-margin-y': chartStyle.nameGap,
      'text-background-color': palette.ground,
      'text-background-opacity': 0.85,
      'overlay-opacity': 0,
    },
  },
  ...([...memberParts, 'group'] as const).map((part) => ({
    selector: `node[part = "${part}"]`,
    style: { 'background-color': palette.parts[part].fill, 'border-color': palette.parts[part].border },
  })),
  {
    selector: 'node.box',
    style: {
      shape: 'round-rectangle',
      'background-color': palette.box.fill,
      'border-color': palette.box.border,
      'border-width': 1,
      'font-size': extraStyle.titleSize,
      'font-weight': 'bold',
      'text-max-width': '420px',
      'text-valign': 'top',
      'text-margin-y': extraStyle.titleLeading + 4,
      'text-background-opacity': 0,
      'compound-sizing-wrt-labels': 'include',
      padding: `${String(extraStyle.boxPadding + extraStyle.titleLeading / 2)}px`,
    },
  },
  {
    selector: 'node.note',
    style: {
      shape: 'rectangle',
      width: number('width'),
      height: number('height'),
      'background-color': palette.note.fill,
      'border-color': palette.note.border,
      'border-width': 0.8,
      'font-size': extraStyle.noteSize,
      'line-height': extraStyle.noteLeading / extraStyle.noteSize,
      'text-max-width': `${String(extraStyle.noteWidth + 10)}px`,
      'text-valign': 'center',
      'text-margin-y': 0,
      'text-justification': 'left',
      'text-background-opacity': 0,
    },
  },
];

const linkStyle = (palette: Palette): StylesheetJson => [
  {
    selector: 'edge',
    style: {
      'curve-style': 'unbundled-bezier',
      'control-point-distances': number('bend'),
      'control-point-weights': 0.5,
      'edge-distances': 'node-position',
      width: number('width', chartStyle.linkWidth),
      'line-color': palette.line,
      // As on paper a line ends at the name when it comes from below, not under it.
      'source-endpoint': 'outside-to-node-or-label',
      'target-endpoint': 'outside-to-node-or-label',
      'source-distance-from-node': chartStyle.gap,
      'target-distance-from-node': chartStyle.gap,
      label: 'data(label)',
      color: palette.label,
      'font-family': fontFamily,
      'font-size': chartStyle.linkLabelSize,
      'min-zoomed-font-size': smallestLetters,
      'text-background-color': palette.ground,
      'text-background-opacity': 0.92,
      'text-background-padding': `${String(chartStyle.linkLabelPadding)}px`,
      'text-margin-x': number('labelX'),
      'text-margin-y': number('labelY'),
      'target-arrow-color': palette.line,
      'arrow-scale': 0.75,
      'overlay-opacity': 0,
    },
  },
  { selector: 'edge[bend = 0]', style: { 'curve-style': 'straight' } },
  { selector: 'edge[?directed]', style: { 'target-arrow-shape': 'triangle' } },
  {
    selector: 'edge[status = "suspected"]',
    style: {
      'line-style': 'dashed',
      'line-dash-pattern': [...linkDash.suspected],
      'line-cap': 'round',
      width: number('width', chartStyle.linkWidth * 1.2),
    },
  },
  {
    selector: 'edge[status = "disproved"]',
    style: { 'line-style': 'dashed', 'line-dash-pattern': [...linkDash.disproved], opacity: 0.6 },
  },
  {
    selector: 'edge.leader',
    style: {
      'curve-style': 'straight',
      'line-color': palette.note.border,
      width: 0.8,
      label: '',
      events: 'no',
      'target-distance-from-node': 0,
      'source-distance-from-node': 0,
    },
  },
];

/** A huge chart: nothing that has to be worked out for every line or name. */
const plainStyle = (palette: Palette): StylesheetJson => [
  { selector: 'node', style: { 'text-background-opacity': 0, 'text-wrap': 'ellipsis', 'min-zoomed-font-size': 7 } },
  {
    selector: 'edge',
    style: {
      'curve-style': 'haystack',
      'haystack-radius': 0,
      label: '',
      'line-style': 'solid',
      'line-color': palette.line,
      'target-arrow-shape': 'none',
    },
  },
  { selector: 'edge[status != "confirmed"]', style: { opacity: 0.45 } },
];

/** What has to do with the one chosen is drawn as on any chart. */
const nearStyle: StylesheetJson = [
  { selector: 'edge.near', style: { 'curve-style': 'straight' } },
  { selector: 'edge.near[status = "suspected"]', style: { 'line-style': 'dashed' } },
  { selector: 'edge.near[?directed]', style: { 'target-arrow-shape': 'triangle' } },
];

const markStyle = (palette: Palette): StylesheetJson => [
  {
    selector: 'node.chosen',
    style: {
      'border-width': 3.2,
      'border-color': palette.chosen,
      'underlay-color': palette.chosen,
      'underlay-opacity': 0.18,
      'underlay-padding': 7,
      'underlay-shape': 'ellipse',
    },
  },
  { selector: 'node.box.chosen, node.note.chosen', style: { 'border-width': 2, 'underlay-opacity': 0 } },
  {
    selector: 'edge.chosen',
    style: { 'line-color': palette.chosen, 'target-arrow-color': palette.chosen, width: 2.6, 'font-weight': 'bold' },
  },
  {
    selector: 'edge.near',
    style: { label: 'data(words)', 'font-size': chartStyle.linkLabelSize + 1, 'z-index': 10 },
  },
  { selector: '.faded', style: { opacity: 0.28 } },
  // A box that steps back must not take those inside it along.
  { selector: 'node.box.faded', style: { opacity: 1 } },
  { selector: '.asleep', style: { opacity: 0.1 } },
  {
    selector: 'node.pencil',
    style: { width: 1, height: 1, 'border-width': 0, 'background-opacity': 0, label: '', events: 'no' },
  },
  {
    selector: 'edge.pencil',
    style: { 'curve-style': 'straight', 'line-color': palette.chosen, label: '', width: 1.6, events: 'no' },
  },
];
