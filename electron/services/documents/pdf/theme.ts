import type { Marking } from '../../../../shared/domain/basics.ts';
import type { FontName } from './font-file.ts';

/** Everything is measured in PostScript points, from the top left corner of the page. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 56,
  right: 56,
  /** The body begins and ends here; marking, running head and export line stand outside. */
  top: 84,
  bottom: 88,
} as const;

export const colour = {
  ink: '#15202b',
  soft: '#52606d',
  faint: '#8592a0',
  rule: '#c5ced6',
  hair: '#dfe5ea',
  wash: '#f3f6f8',
  accent: '#1f3f63',
  alert: '#8f1d14',
  alertWash: '#fbf1ef',
  paper: '#ffffff',
} as const;

/** Printed in black and white the words say it; the colour only helps to find it on a desk. */
export const markingColour = {
  biasa: '#3d4852',
  terbatas: '#7a4a00',
  rahasia: '#9b1c13',
  'sangat-rahasia': '#9b1c13',
} as const satisfies Record<Marking, string>;

export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  /** Distance from line to line. */
  readonly leading: number;
  readonly colour: string;
  /** Added between letters. */
  readonly tracking?: number;
}

const style = (font: FontName, size: number, leading: number, ink: string, tracking?: number): TextStyle =>
  tracking === undefined ? { font, size, leading, colour: ink } : { font, size, leading, colour: ink, tracking };

export const type = {
  coverTitle: style('semibold', 27, 33, colour.ink),
  coverLongTitle: style('semibold', 18, 23, colour.ink),
  eyebrow: style('semibold', 9, 12, colour.soft, 0.8),
  agency: style('semibold', 11, 15, colour.ink),
  marking: style('bold', 10, 13, colour.ink, 0.9),
  heading1: style('semibold', 17, 22, colour.accent),
  heading2: style('semibold', 11.5, 16, colour.ink),
  heading3: style('semibold', 9.5, 13, colour.ink),
  body: style('regular', 9.5, 14, colour.ink),
  bodyStrong: style('semibold', 9.5, 14, colour.ink),
  note: style('italic', 8.5, 12, colour.soft),
  label: style('regular', 8.5, 14, colour.soft),
  tableHead: style('semibold', 8, 11, colour.soft),
  cell: style('regular', 8.5, 11.5, colour.ink),
  cellStrong: style('semibold', 8.5, 11.5, colour.ink),
  cellSoft: style('regular', 7.5, 10.5, colour.soft),
  running: style('regular', 7.5, 10, colour.soft),
  exportLine: style('regular', 6.8, 9, colour.soft),
  contents: style('regular', 10.5, 20, colour.ink),
  contentsStrong: style('semibold', 10.5, 22, colour.ink),
} as const;
