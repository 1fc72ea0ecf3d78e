import { z } from 'zod';
import { idSchema } from '../domain/basics.ts';
import { chartSchema, chartStateSchema, viewNameSchema } from '../domain/chart.ts';
import { channel } from './channel.ts';
import { undoableSchema } from './undo.ts';

const versioned = { id: idSchema, version: z.int().positive() };

const point = z.strictObject({ x: z.number(), y: z.number() });

/** People, links and the places that are kept; identifiers mean nothing to a layout. */
export const layoutInputSchema = z.strictObject({
  ids: z.array(z.string()).max(20_000),
  links: z.array(z.strictObject({ from: z.string(), to: z.string() })).max(200_000),
  fixed: z.record(z.string(), point),
});

/** Visits told to a timeline at most; the newest. */
export const mostTimedVisits = 5000;

export const chartChannels = {
  /** Works in a thread of its own; `progress` events tell how far it is. A new chart stops the one before. */
  'charts.layout': channel('cases.read', layoutInputSchema, z.record(z.string(), point)),
  'charts.cancelLayout': channel('cases.read', z.strictObject({}), z.strictObject({})),
  /** Visits of members to members, oldest first; `left` says how many older ones are not told. */
  'charts.visits': channel(
    'cases.read',
    z.strictObject({ caseId: idSchema }),
    z.strictObject({
      visits: z.array(
        z.strictObject({ visitorId: idSchema, inmateId: idSchema, date: z.string(), time: z.string().nullable() }),
      ),
      left: z.int(),
    }),
  ),
  /** `viewId` null is the case's own chart. */
  'charts.save': channel(
    'cases.write',
    z.strictObject({ caseId: idSchema, viewId: idSchema.nullable(), state: chartStateSchema }),
    chartSchema,
  ),
  'charts.createView': channel(
    'cases.write',
    z.strictObject({ caseId: idSchema, name: viewNameSchema, state: chartStateSchema }),
    chartSchema,
  ),
  'charts.renameView': channel('cases.write', z.strictObject({ ...versioned, name: viewNameSchema }), chartSchema),
  'charts.removeView': channel('cases.write', z.strictObject(versioned), undoableSchema),
} as const;
