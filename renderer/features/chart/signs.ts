import type { Core } from 'cytoscape';
import { chartStyle, partSign } from '../../../shared/analysis/chart-geometry.ts';
import { type MemberPart, memberPartSchema } from '../../../shared/domain/case.ts';
import type { Palette } from './palette.ts';

interface Sign {
  readonly filled: Path2D;
  readonly stroked: Path2D;
}

type Part = MemberPart | 'group';

const partOf = (value: unknown): Part | undefined =>
  value === 'group' ? value : memberPartSchema.safeParse(value).data;

const signOf = (part: Part): Sign => ({
  filled: new Path2D(partSign[part].filled),
  stroked: new Path2D(partSign[part].stroked),
});

/** As the paper draws it. */
export const signLine = 2;

/** Whoever is farther outside the window than this is not seen, in chart units. */
const reach = chartStyle.nodeRadius + 4;

/** Below this size a sign is a blot and only costs time. */
const smallestZoom = 0.25;

/**
 * Draws the photo or the sign of every person, and a pin on pinned ones, over cytoscape's own canvas whenever that one is drawn.
 * The signs are the paper's paths, so no picture file has to be kept like them.
 */
export function drawSigns(
  cy: Core,
  canvas: HTMLCanvasElement,
  palette: () => Palette,
  photos: () => ReadonlyMap<string, ImageBitmap>,
): () => void {
  const signs: Readonly<Record<Part, Sign>> = {
    inmate: signOf('inmate'),
    visitor: signOf('visitor'),
    supplier: signOf('supplier'),
    other: signOf('other'),
    group: signOf('group'),
  };

  function draw(): void {
    const context = canvas.getContext('2d');
    if (context === null) return;
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(cy.width() * ratio), Math.round(cy.height() * ratio)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    const zoom = cy.zoom();
    if (zoom < smallestZoom) return;
    const colours = palette();
    const scale = zoom * ratio;
    const { x1, y1, x2, y2 } = cy.extent();
    for (const node of cy.nodes()) {
      const at = node.position();
      if (at.x < x1 - reach || at.x > x2 + reach || at.y < y1 - reach || at.y > y2 + reach) continue;
      const part = partOf(node.data('part'));
      if (part === undefined) continue;
      const { x, y } = node.renderedPosition();
      context.setTransform(scale, 0, 0, scale, x * ratio, y * ratio);
      context.globalAlpha = node.hasClass('faded') ? 0.28 : 1;
      const photo = photos().get(node.id());
      if (photo === undefined) drawSign(context, signs[part], colours.parts[part]);
      else drawPhoto(context, photo);
      if (node.data('pinned') === true) drawPin(context, colours);
    }
    context.globalAlpha = 1;
  }

  cy.on('render', draw);
  return () => void cy.off('render', draw);
}

function drawSign(context: CanvasRenderingContext2D, sign: Sign, colours: { fill: string; border: string }): void {
  context.fillStyle = colours.border;
  context.fill(sign.filled);
  context.lineCap = 'round';
  context.strokeStyle = colours.border;
  context.lineWidth = signLine;
  context.stroke(sign.stroked);
}

/** Fills the circle, its border left to be seen: the colour of the part stays. */
function drawPhoto(context: CanvasRenderingContext2D, photo: ImageBitmap): void {
  const radius = chartStyle.nodeRadius - chartStyle.nodeBorder / 2;
  const side = Math.min(photo.width, photo.height);
  context.save();
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.clip();
  const [left, top] = [(photo.width - side) / 2, (photo.height - side) / 3];
  context.drawImage(photo, left, top, side, side, -radius, -radius, 2 * radius, 2 * radius);
  context.restore();
}

function drawPin(context: CanvasRenderingContext2D, colours: Palette): void {
  const away = chartStyle.nodeRadius * 0.74;
  context.beginPath();
  context.arc(away, -away, 4.2, 0, 2 * Math.PI);
  context.fillStyle = colours.ground;
  context.fill();
  context.beginPath();
  context.arc(away, -away, 2.6, 0, 2 * Math.PI);
  context.fillStyle = colours.chosen;
  context.fill();
}
