import { useComputedColorScheme } from '@mantine/core';
import { chartStyle, partSign } from '../../../shared/analysis/chart-geometry.ts';
import type { MemberPart } from '../../../shared/domain/case.ts';
import { palettes } from './palette.ts';
import { signLine } from './signs.ts';

const reach = chartStyle.nodeRadius + 2;

/** The circle and sign of a part, as on the chart. */
export function PartSign({ part, size }: { readonly part: MemberPart; readonly size: number }) {
  const { fill, border } = palettes[useComputedColorScheme('light')].parts[part];
  const { filled, stroked } = partSign[part];
  return (
    <svg width={size} height={size} viewBox={`${-reach} ${-reach} ${reach * 2} ${reach * 2}`} aria-hidden="true">
      <circle r={chartStyle.nodeRadius} fill={fill} stroke={border} strokeWidth={chartStyle.nodeBorder} />
      <path d={filled} fill={border} />
      <path d={stroked} fill="none" stroke={border} strokeWidth={signLine} strokeLinecap="round" />
    </svg>
  );
}
