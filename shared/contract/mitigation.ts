import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, languageSchema, requiredText, text } from '../domain/basics.ts';
import {
  cellSearchFieldsSchema,
  cellSearchSchema,
  cellSearchStates,
  searchResultFieldsSchema,
} from '../domain/mitigation/cell-search.ts';
import { incidentFieldsSchema, incidentSchema } from '../domain/mitigation/incident.ts';
import { indicatorKindSchema, thresholdsSchema } from '../domain/mitigation/indicator.ts';
import { planFieldsSchema } from '../domain/mitigation/prison-plan.ts';
import { assessmentFieldsSchema, riskFieldsSchema, riskSchema } from '../domain/mitigation/risk.ts';
import { riskLevels, scaleSchema } from '../domain/mitigation/threat.ts';
import { warningActKinds, warningSchema } from '../domain/mitigation/warning.ts';
import { channel } from './channel.ts';
import { undoableSchema } from './undo.ts';

const versioned = { id: idSchema, version: z.int().positive() };
const nothing = z.strictObject({});

export const riskRowSchema = z.strictObject({
  risk: riskSchema,
  /** As it is rated now. */
  rating: z.strictObject({ likelihood: scaleSchema, impact: scaleSchema }),
  level: z.enum(riskLevels),
  /** Names to `risk.assessments`, same order. */
  assessedBy: z.array(z.string()),
  /** How many incidents and searches name it. */
  incidents: z.int(),
  searches: z.int(),
});
export type RiskRow = z.infer<typeof riskRowSchema>;

export const warningRowSchema = warningSchema.extend({
  /** Open risks of this block that the indicator speaks of. */
  risks: z.array(z.strictObject({ id: idSchema, number: z.string(), title: z.string() })),
  /** The last word on it; null while nobody looked. */
  act: z
    .strictObject({
      act: z.enum(warningActKinds),
      note: z.string(),
      by: z.string(),
      at: instantSchema,
      search: z.strictObject({ id: idSchema, number: z.string(), state: z.enum(cellSearchStates) }).nullable(),
    })
    .nullable(),
});
export type WarningRow = z.infer<typeof warningRowSchema>;

export const indicatorTableSchema = z.strictObject({
  /** Monday of the week looked at, and its ISO name. */
  week: dateSchema,
  isoWeek: z.string(),
  /** Mondays of the weeks counted, oldest first; `counts` have their order. */
  weeks: z.array(dateSchema),
  rows: z.array(z.strictObject({ kind: indicatorKindSchema, block: z.string(), counts: z.array(z.number()) })),
  /** What stands out most first. */
  warnings: z.array(warningRowSchema),
});
export type IndicatorTable = z.infer<typeof indicatorTableSchema>;

export const blockPictureSchema = z.strictObject({
  block: z.string(),
  name: z.string(),
  capacity: z.int(),
  inmates: z.int(),
  /** Whether the plan has it. */
  drawn: z.boolean(),
});
export type BlockPicture = z.infer<typeof blockPictureSchema>;

export const mitigationChannels = {
  'risks.list': channel('mitigation.read', nothing, z.array(riskRowSchema)),
  'risks.create': channel(
    'mitigation.write',
    z.strictObject({ fields: riskFieldsSchema, assessment: assessmentFieldsSchema }),
    riskSchema,
  ),
  'risks.change': channel(
    'mitigation.write',
    z.strictObject({ ...versioned, fields: riskFieldsSchema }),
    undoableSchema,
  ),
  'risks.assess': channel(
    'mitigation.write',
    z.strictObject({ ...versioned, assessment: assessmentFieldsSchema }),
    riskSchema,
  ),
  'risks.close': channel('mitigation.write', z.strictObject({ ...versioned, reason: requiredText(2000) }), riskSchema),
  'risks.reopen': channel('mitigation.write', z.strictObject({ ...versioned, reason: requiredText(2000) }), riskSchema),
  'risks.remove': channel('mitigation.write', z.strictObject(versioned), undoableSchema),

  'incidents.list': channel('mitigation.read', nothing, z.array(incidentSchema)),
  'incidents.create': channel('mitigation.write', z.strictObject({ fields: incidentFieldsSchema }), incidentSchema),
  'incidents.change': channel(
    'mitigation.write',
    z.strictObject({ ...versioned, fields: incidentFieldsSchema }),
    undoableSchema,
  ),
  'incidents.remove': channel('mitigation.write', z.strictObject(versioned), undoableSchema),

  'cellSearches.list': channel('mitigation.read', nothing, z.array(cellSearchSchema)),
  'cellSearches.plan': channel(
    'mitigation.write',
    z.strictObject({ fields: cellSearchFieldsSchema }),
    cellSearchSchema,
  ),
  'cellSearches.change': channel(
    'mitigation.write',
    z.strictObject({ ...versioned, fields: cellSearchFieldsSchema }),
    undoableSchema,
  ),
  'cellSearches.hold': channel(
    'mitigation.write',
    z.strictObject({ ...versioned, result: searchResultFieldsSchema }),
    cellSearchSchema,
  ),
  'cellSearches.cancel': channel(
    'mitigation.write',
    z.strictObject({ ...versioned, reason: requiredText(1000) }),
    cellSearchSchema,
  ),

  /** Of a week, named by its Monday; null for the newest there is anything of. */
  'mitigation.indicators': channel(
    'mitigation.read',
    z.strictObject({ week: dateSchema.nullable() }),
    indicatorTableSchema,
  ),
  'mitigation.warningAct': channel(
    'mitigation.write',
    z.strictObject({ key: z.string().max(120), act: z.enum(['noted', 'dismissed']), note: text(1000) }),
    undoableSchema,
  ),
  'mitigation.thresholds': channel('settings.read', nothing, thresholdsSchema),
  'mitigation.setThresholds': channel('mitigation.rules', z.strictObject({ thresholds: thresholdsSchema }), nothing),

  /** Inmates are counted for whoever may see people. */
  'mitigation.plan': channel(
    'settings.read',
    nothing,
    z.strictObject({
      plan: planFieldsSchema,
      version: z.int().positive().nullable(),
      blocks: z.array(blockPictureSchema),
    }),
  ),
  'mitigation.savePlan': channel(
    'mitigation.rules',
    z.strictObject({ plan: planFieldsSchema, version: z.int().positive().nullable() }),
    nothing,
  ),
  /** Asks where to write; `saved` is null when the officer cancelled. */
  'mitigation.printSituation': channel(
    'mitigation.read',
    z.strictObject({ week: dateSchema.nullable(), remarks: text(4000), language: languageSchema }),
    z.strictObject({ saved: z.strictObject({ path: z.string(), pages: z.int() }).nullable() }),
  ),
} as const;
