import { z } from 'zod';
import { idSchema } from '../domain/basics.ts';
import { chartSchema, chartStateSchema, viewNameSchema } from '../domain/chart.ts';
import { channel } from './channel.ts';
import { undoableSchema } from './undo.ts';

const versioned = { id: idSchema, version: z.int().positive() };

export const chartChannels = {
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
