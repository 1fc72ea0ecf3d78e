import { z } from 'zod';
import { idSchema, languageSchema } from '../domain/basics.ts';
import { resultSchema, trainingAttemptSchema } from '../domain/training/attempt.ts';
import { scenarioSchema } from '../domain/training/scenario.ts';
import { officerSkillsSchema, skillFieldsSchema, skillRecordSchema, skillSchema } from '../domain/training/skill.ts';
import { channel } from './channel.ts';
import { undoableSchema } from './undo.ts';

const nothing = z.strictObject({});
const { title, summary, objectives, minutes } = scenarioSchema.shape;

export const scenarioRowSchema = z.strictObject({
  id: z.string(),
  title,
  summary,
  minutes,
  skill: skillSchema,
  objectives,
  /** The trainee's best score; null while there is none. */
  best: z.int().nullable(),
  tries: z.int(),
});
export type ScenarioRow = z.infer<typeof scenarioRowSchema>;

export const trainingStatusSchema = z.strictObject({
  /** Whether this vault is for practice only. */
  training: z.boolean(),
  running: z.strictObject({ attempt: trainingAttemptSchema, scenario: scenarioSchema }).nullable(),
});
export type TrainingStatus = z.infer<typeof trainingStatusSchema>;

const saved = z.strictObject({
  saved: z.strictObject({ path: z.string(), pages: z.int() }).nullable(),
});

export const trainingChannels = {
  /** Also where there is no exercise to play: the program says on every page what a vault is. */
  'training.status': channel('own.session', nothing, trainingStatusSchema),
  'training.list': channel('training.play', nothing, z.array(scenarioRowSchema)),
  'training.start': channel('training.play', z.strictObject({ scenarioId: z.string().max(40) }), trainingAttemptSchema),
  /** Asks for a trainer's scenario file; null when the officer cancelled. @throws `scenario-invalid` */
  'training.startFile': channel(
    'training.play',
    nothing,
    z.strictObject({ attempt: trainingAttemptSchema.nullable() }),
  ),
  'training.hint': channel('training.play', z.strictObject({ stepId: z.string().max(40) }), nothing),
  'training.standing': channel('training.play', nothing, resultSchema),
  'training.finish': channel(
    'training.play',
    z.strictObject({ given: z.enum(['finished', 'given-up']) }),
    trainingAttemptSchema,
  ),
  'skills.team': channel('skills.read', nothing, z.array(officerSkillsSchema)),
  'skills.add': channel('skills.write', z.strictObject({ fields: skillFieldsSchema }), skillRecordSchema),
  'skills.remove': channel(
    'skills.write',
    z.strictObject({ id: idSchema, version: z.int().positive() }),
    undoableSchema,
  ),
  /** Asks where to write; `saved` is null when the officer cancelled. */
  'skills.certificate': channel('skills.read', z.strictObject({ id: idSchema, language: languageSchema }), saved),
  'skills.overview': channel('skills.read', z.strictObject({ language: languageSchema }), saved),
} as const;
