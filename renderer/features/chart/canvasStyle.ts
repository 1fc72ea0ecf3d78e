import type { EdgeSingular, StylesheetJson } from 'cytoscape';
import { chartStyle, linkDash } from '../../../shared/analysis/chart-geometry.ts';
import { memberParts } from '../../../shared/domain/case.ts';
import type { Palette } from './palette.ts';

const fontFamily = '"IBM Plex Sans", system-ui, sans-serif';

/** A number kept with a link; cytoscape's own mapping does not reach properties that take lists. */
const number =
  (name: string) =>
  (edge: EdgeSingular): number => {
    const value: unknown = edge.data(name);
    return typeof value === 'number' ? value : 0;
  };

/** The paper's drawing rules in cytoscape's words. */
export function canvasStyle(palette: Palette): StylesheetJson {
  return [
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
    ...memberParts.map((part) => ({
      selector: `node[part = "${part}"]`,
      style: { 'background-color': palette.parts[part].fill, 'border-color': palette.parts[part].border },
    })),
    {
      selector: 'edge',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-distances': number('bend'),
        'control-point-weights': 0.5,
        'edge-distances': 'node-position',
        width: chartStyle.linkWidth,
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
        width: chartStyle.linkWidth * 1.2,
      },
    },
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
    {
      selector: 'edge.chosen',
      style: { 'line-color': palette.chosen, 'target-arrow-color': palette.chosen, width: 2.6, 'font-weight': 'bold' },
    },
    {
      selector: 'edge.near',
      style: { label: 'data(words)', 'font-size': chartStyle.linkLabelSize + 1, 'z-index': 10 },
    },
    { selector: '.faded', style: { opacity: 0.28 } },
    {
      selector: 'node.pencil',
      style: { width: 1, height: 1, 'border-width': 0, 'background-opacity': 0, label: '', events: 'no' },
    },
    {
      selector: 'edge.pencil',
      style: { 'curve-style': 'straight', 'line-color': palette.chosen, label: '', width: 1.6, events: 'no' },
    },
  ];
}
