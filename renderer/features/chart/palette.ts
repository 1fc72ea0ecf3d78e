import { extraStyle } from '../../../shared/analysis/chart-drawing.ts';
import { chartStyle, partStyle } from '../../../shared/analysis/chart-geometry.ts';
import type { MemberPart } from '../../../shared/domain/case.ts';

interface Colours {
  readonly fill: string;
  readonly border: string;
}

export interface Palette {
  readonly ground: string;
  readonly line: string;
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly box: Colours;
  readonly note: Colours;
  readonly parts: Readonly<Record<MemberPart | 'group', Colours>>;
}

/** The paper's own colours. */
const light: Palette = {
  ground: '#ffffff',
  line: chartStyle.lineColour,
  name: chartStyle.nameColour,
  label: '#33404c',
  chosen: '#037179',
  box: { fill: extraStyle.boxFill, border: extraStyle.boxLine },
  note: { fill: extraStyle.noteFill, border: extraStyle.noteLine },
  parts: partStyle,
};

/** The same hues turned for a dark ground: deep fills, light borders and signs. */
const dark: Palette = {
  ground: '#192129',
  line: '#9aa7b3',
  name: '#e4e9ee',
  label: '#c3ccd5',
  chosen: '#4fc3cc',
  box: { fill: '#202a34', border: '#6d7b89' },
  note: { fill: '#3a3417', border: '#b9a24a' },
  parts: {
    inmate: { fill: '#1b3350', border: '#8fbcec' },
    visitor: { fill: '#173a31', border: '#7fd0b8' },
    supplier: { fill: '#45300c', border: '#f0b45a' },
    other: { fill: '#31383f', border: '#b3bdc7' },
    group: { fill: '#2e2748', border: '#b9a8ef' },
  },
};

export const palettes = { light, dark } as const;
