import { z } from 'zod';
import { idSchema, instantSchema, recordMetaShape } from '../basics.ts';

/** Says that a vault is for practice only. There is at most one, and it never goes again. */
export const trainingMarkSchema = z.strictObject({ ...recordMetaShape, by: idSchema });
export type TrainingMark = z.infer<typeof trainingMarkSchema>;

/** Names of agencies in practice vaults begin with it; so a card tells what it is, whoever looks at it. */
export const trainingPrefix = 'LATIHAN · ';
export const isTrainingName = (name: string): boolean => name.startsWith(trainingPrefix.trim());

export const resultSchema = z.strictObject({
  score: z.int().min(0).max(100),
  checks: z.array(z.strictObject({ id: z.string(), won: z.boolean() })),
  mistakes: z.array(z.string()),
  /** Steps whose hint was looked at. */
  hints: z.array(z.string()),
});
export type Result = z.infer<typeof resultSchema>;

/** One go at a scenario. */
export const trainingAttemptSchema = z.strictObject({
  ...recordMetaShape,
  scenarioId: z.string().max(40),
  scenarioVersion: z.int(),
  officerId: idSchema,
  /** What was changed after it is the trainee's own work. */
  startedAt: instantSchema,
  hints: z.array(z.string().max(40)).max(20),
  ended: z.strictObject({ at: instantSchema, result: resultSchema.nullable() }).optional(),
});
export type TrainingAttempt = z.infer<typeof trainingAttemptSchema>;
