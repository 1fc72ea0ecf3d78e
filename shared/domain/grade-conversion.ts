import type { Grade, GradeScheme } from './grade.ts';

interface Scales {
  readonly source: Readonly<Record<string, number>>;
  readonly information: Readonly<Record<string, number>>;
}

/**
 * Where each code stands on one scale, 0 best and 1 worst; null cannot be judged. Read off the published wording of the
 * schemes (MISP `admiralty-scale`; College of Policing APP; UNODC 2011; the superseded UK 5x5x5), which no standard maps
 * onto each other: every conversion is approximate and is shown as such.
 */
const scales = {
  admiralty: {
    source: { A: 0, B: 0.25, C: 0.5, D: 0.75, E: 1 },
    information: { '1': 0, '2': 0.25, '3': 0.5, '4': 0.75, '5': 1 },
  },
  '3x5x2': {
    source: { '1': 0.1, '3': 0.9 },
    information: { B: 0.15, A: 0.25, C: 0.5, E: 0.95 },
  },
  '4x4': {
    source: { A: 0, B: 0.25, C: 0.75 },
    information: { '1': 0, '2': 0.25, '3': 0.4, '4': 0.6 },
  },
  '5x5x5': {
    source: { A: 0, B: 0.25, C: 0.5, D: 0.9 },
    information: { '1': 0, '2': 0.25, '3': 0.4, '5': 0.95 },
  },
} as const satisfies Record<GradeScheme, Scales>;

/** What says that it cannot be judged, or has not been tried yet. */
const unjudged = {
  admiralty: { source: 'F', information: '6' },
  '3x5x2': { source: '2', information: 'D' },
  '4x4': { source: 'X', information: '4' },
  '5x5x5': { source: 'E', information: '4' },
} as const satisfies Record<GradeScheme, { source: string; information: string }>;

/** The nearest code of another scheme; `exact` only when nothing had to be converted. */
export function convertGrade(grade: Grade, scheme: GradeScheme): { readonly grade: Grade; readonly exact: boolean } {
  if (grade.scheme === scheme) return { grade, exact: true };
  return {
    grade: { scheme, source: converted('source', grade, scheme), information: converted('information', grade, scheme) },
    exact: false,
  };
}

function converted(side: 'source' | 'information', grade: Grade, scheme: GradeScheme): string {
  const own: Readonly<Record<string, number>> = scales[grade.scheme][side];
  const other: Readonly<Record<string, number>> = scales[scheme][side];
  const place = own[grade[side]];
  if (place === undefined || grade[side] === unjudged[grade.scheme][side]) return unjudged[scheme][side];
  let best: string = unjudged[scheme][side];
  let distance = Number.POSITIVE_INFINITY;
  for (const [code, at] of Object.entries(other)) {
    if (Math.abs(at - place) >= distance) continue;
    best = code;
    distance = Math.abs(at - place);
  }
  return best;
}
