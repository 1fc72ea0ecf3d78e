import { z } from 'zod';
import { dateSchema, idSchema, languageSchema } from '../domain/basics.ts';
import { personSchema } from '../domain/person.ts';
import { dueRowSchema, retentionClasses, retentionRuleFieldsSchema, weedingRowSchema } from '../domain/retention.ts';
import { channel } from './channel.ts';
import { caseOfPersonSchema, linkOfPersonSchema } from './people.ts';

const nothing = z.strictObject({});

/** Everything the vault holds about one person, as far as the officer who asks may know. */
export const holdingsSchema = z.strictObject({
  person: personSchema,
  enteredAt: z.string(),
  enteredBy: z.string(),
  /** Versions the record has had. */
  versions: z.int().positive(),
  /** Records that turned out to be this person. */
  joined: z.int().nonnegative(),
  visits: z.strictObject({ count: z.int(), first: dateSchema.nullable(), last: dateSchema.nullable() }),
  /** Rows of the other registers. */
  events: z.array(z.strictObject({ kind: z.string(), count: z.int().positive() })),
  /** Files the rows came from. */
  imports: z.array(z.strictObject({ importId: idSchema, fileName: z.string(), rows: z.int().positive() })),
  cases: z.array(caseOfPersonSchema),
  links: z.array(linkOfPersonSchema),
  bans: z.int().nonnegative(),
  /** How often the record was opened, as the audit trail tells. */
  readings: z.int().nonnegative(),
  recordClass: z.enum(retentionClasses).nullable(),
  /** When something was last new about the person. */
  last: dateSchema,
  due: z.boolean(),
});
export type Holdings = z.infer<typeof holdingsSchema>;

export const retentionChannels = {
  /** What was agreed; a class nobody wrote a rule for has only its usual months. */
  'retention.rules': channel(
    'settings.read',
    nothing,
    z.array(
      z.strictObject({
        recordClass: z.enum(retentionClasses),
        version: z.int().nullable(),
        purpose: z.string().nullable(),
        legalBasis: z.string().nullable(),
        months: z.int(),
      }),
    ),
  ),
  'retention.saveRule': channel(
    'retention.rules',
    z.strictObject({ version: z.int().nullable(), fields: retentionRuleFieldsSchema }),
    nothing,
  ),
  /** Longest due first. */
  'retention.due': channel(
    'retention.read',
    z.strictObject({ recordClass: z.enum(retentionClasses), limit: z.int().min(1).max(2000) }),
    z.strictObject({ total: z.int(), ids: z.array(z.string()), rows: z.array(dueRowSchema) }),
  ),
  'retention.weedings': channel('retention.read', nothing, z.array(weedingRowSchema)),
  'retention.propose': channel(
    'retention.weed',
    z.strictObject({ ids: z.array(idSchema).min(1).max(50_000) }),
    weedingRowSchema,
  ),
  /** Refused with `approval-required` until another officer has approved exactly this list. */
  'retention.weed': channel('retention.weed', z.strictObject({ id: idSchema }), weedingRowSchema),
  'people.holdings': channel('people.read', z.strictObject({ id: idSchema }), holdingsSchema),
  'people.saveHoldings': channel(
    'people.read',
    z.strictObject({ id: idSchema, language: languageSchema }),
    z.strictObject({ path: z.string().nullable() }),
  ),
} as const;
