import { type PointerEvent, useState } from 'react';
import type { Point } from './neighbours.ts';

interface LassoProps {
  readonly colour: string;
  onCaught(corners: readonly Point[], add: boolean): void;
}

/** Points nearer together than this say nothing new. */
const apart = 4;

/** Over the chart while the lasso is in hand: what is drawn around is chosen. */
export function Lasso({ colour, onCaught }: LassoProps) {
  const [corners, setCorners] = useState<readonly Point[]>([]);

  function at({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): Point {
    const { left, top } = currentTarget.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  return (
    <svg
      aria-hidden="true"
      style={{ position: 'absolute', inset: 0, width: '100%', height: '100%', cursor: 'crosshair', zIndex: 2 }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setCorners([at(event)]);
      }}
      onPointerMove={(event) => {
        const last = corners.at(-1);
        const next = at(event);
        if (last !== undefined && Math.hypot(next.x - last.x, next.y - last.y) >= apart) setCorners([...corners, next]);
      }}
      onPointerUp={(event) => {
        if (corners.length > 2) onCaught(corners, event.ctrlKey || event.shiftKey || event.metaKey);
        setCorners([]);
      }}
      onPointerCancel={() => setCorners([])}
    >
      <polygon
        points={corners.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')}
        fill={colour}
        fillOpacity={0.12}
        stroke={colour}
        strokeDasharray="4 3"
      />
    </svg>
  );
}
