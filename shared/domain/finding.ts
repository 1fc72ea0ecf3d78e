import { z } from 'zod';
import { idSchema, recordMetaShape, requiredText } from './basics.ts';

/** Patterns that detection looks for in the registers. */
export const findingKinds = [
  'co-visits',
  'many-inmates',
  'rotating-visitors',
  'shared-phone',
  'shared-address',
  'called-visitor',
  'shared-number',
  'find-after-visit',
  'find-after-deposit',
  'sudden-rise',
  'sudden-fall',
  'calls-rise',
  'calls-fall',
  'new-after-move',
  'ban-evasion',
  'staff-contact',
] as const;
export const findingKindSchema = z.enum(findingKinds);
export type FindingKind = z.infer<typeof findingKindSchema>;

/** Kinds that name staff: for who looks after integrity alone. */
export const isIntegrityKind = (kind: FindingKind): boolean => kind === 'staff-contact';

/** An officer looked at a finding and said why it is nothing; it is left out from then on. */
export const dismissalSchema = z.strictObject({
  ...recordMetaShape,
  findingId: z.string().min(1).max(200),
  kind: findingKindSchema,
  reason: requiredText(1000),
  people: z.array(idSchema),
  inmates: z.array(idSchema),
});
export type Dismissal = z.infer<typeof dismissalSchema>;
