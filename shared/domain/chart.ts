import { z } from 'zod';
import { mostMembers } from './case.ts';
import { linkFilterSchema } from '../analysis/network/link-filter.ts';
import { idSchema, recordMetaShape, requiredText } from './basics.ts';

const coordinate = z.number();

/** What makes a line thick: nothing, the links of the pair, sources that speak for themselves, or visits of the pair. */
export const chartWidths = ['none', 'links', 'sources', 'visits'] as const;
export const chartWidthSchema = z.enum(chartWidths);
export type ChartWidth = z.infer<typeof chartWidthSchema>;

/** Several people under one name: a box around them, or one sign in their place. Nobody stands in two. */
export const chartGroupSchema = z.strictObject({
  id: z.uuid(),
  name: requiredText(80),
  members: z.array(idSchema).min(1).max(mostMembers),
  collapsed: z.boolean(),
});
export type ChartGroup = z.infer<typeof chartGroupSchema>;

/** Free text; with `personId` its place is counted from that person and goes along with them. */
export const chartNoteSchema = z.strictObject({
  id: z.uuid(),
  text: requiredText(1000),
  x: coordinate,
  y: coordinate,
  personId: idSchema.optional(),
});
export type ChartNote = z.infer<typeof chartNoteSchema>;

/** Everything an officer arranges on a chart. Somebody who is not, or no longer, a member is passed over. */
export const chartStateSchema = z.strictObject({
  /** Where people stand, in chart units. */
  positions: z.record(idSchema, z.strictObject({ x: coordinate, y: coordinate, pinned: z.boolean() })),
  hidden: z.array(idSchema).max(mostMembers),
  groups: z.array(chartGroupSchema).max(200),
  notes: z.array(chartNoteSchema).max(200),
  /** Links that do not pass are not drawn. */
  filter: linkFilterSchema,
  width: chartWidthSchema,
  /** Whether the period of a link stands beside its label. */
  dates: z.boolean(),
  /** Whether people who have a photo are drawn with it; they are when nothing is said. */
  photos: z.boolean().optional(),
});
export type ChartState = z.infer<typeof chartStateSchema>;
export type ChartPositions = ChartState['positions'];

export const viewNameSchema = requiredText(80);

/**
 * A chart of a case, kept apart so that dragging is not an edit of the case: the one without a name is the case's own,
 * the others are views an officer saved. Charts made before there were views have places only.
 */
export const chartSchema = z.strictObject({
  ...recordMetaShape,
  caseId: idSchema,
  name: viewNameSchema.optional(),
  ...chartStateSchema.partial().shape,
  positions: chartStateSchema.shape.positions,
});
export type Chart = z.infer<typeof chartSchema>;
