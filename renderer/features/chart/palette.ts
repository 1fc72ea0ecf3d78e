import { chartStyle, partStyle } from '../../../shared/analysis/chart-geometry.ts';
import type { MemberPart } from '../../../shared/domain/case.ts';

export interface Palette {
  readonly ground: string;
  readonly line: string;
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly parts: Readonly<Record<MemberPart, { readonly fill: string; readonly border: string }>>;
}

/** The paper's own colours. */
const light: Palette = {
  ground: '#ffffff',
  line: chartStyle.lineColour,
  name: chartStyle.nameColour,
  label: '#33404c',
  chosen: '#037179',
  parts: partStyle,
};

/** The same hues turned for a dark ground: deep fills, light borders and signs. */
const dark: Palette = {
  ground: '#192129',
  line: '#9aa7b3',
  name: '#e4e9ee',
  label: '#c3ccd5',
  chosen: '#4fc3cc',
  parts: {
    inmate: { fill: '#1b3350', border: '#8fbcec' },
    visitor: { fill: '#173a31', border: '#7fd0b8' },
    supplier: { fill: '#45300c', border: '#f0b45a' },
    other: { fill: '#31383f', border: '#b3bdc7' },
  },
};

export const palettes = { light, dark } as const;
