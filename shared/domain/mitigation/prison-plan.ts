import { z } from 'zod';
import { recordMetaShape, text } from '../basics.ts';
import { blockSchema } from './threat.ts';

/** Width and height of the sheet the plan is drawn on, in squares. */
export const planSize = { width: 48, height: 30 } as const;

/** A block as a rectangle on the sheet. */
export const planBlockSchema = z
  .strictObject({
    block: blockSchema,
    name: text(80),
    /** Places there are for people; 0 where it is no place to live in. */
    capacity: z.int().min(0).max(10_000),
    x: z.int().min(0),
    y: z.int().min(0),
    width: z.int().min(1),
    height: z.int().min(1),
  })
  .refine(({ x, y, width, height }) => x + width <= planSize.width && y + height <= planSize.height, {
    message: 'invalid-input',
  });
export type PlanBlock = z.infer<typeof planBlockSchema>;

export const planFieldsSchema = z.strictObject({
  blocks: z
    .array(planBlockSchema)
    .max(60)
    .refine((blocks) => new Set(blocks.map(({ block }) => block)).size === blocks.length, { message: 'block-twice' }),
});
export type PlanFields = z.infer<typeof planFieldsSchema>;

/** There is at most one. */
export const prisonPlanSchema = z.strictObject({ ...recordMetaShape, ...planFieldsSchema.shape });
export type PrisonPlan = z.infer<typeof prisonPlanSchema>;
