import { z } from 'zod';
import { analysisOptionsSchema } from '../analysis/network/case-ties.ts';
import { filterReasons } from '../analysis/network/link-filter.ts';
import { idSchema, requiredText } from '../domain/basics.ts';
import { gradeSchema } from '../domain/grade.ts';
import { linkSchema } from '../domain/link.ts';
import { roleKindSchema } from '../domain/person.ts';
import { networkFormatSchema } from '../network-files/formats.ts';
import { channel } from './channel.ts';
import { undoableSchema } from './undo.ts';

const share = z.number().min(0).max(1);

const personFiguresSchema = z.strictObject({
  id: idSchema,
  degree: z.int(),
  inDegree: z.int().optional(),
  outDegree: z.int().optional(),
  strength: z.number().optional(),
  betweenness: z.number(),
  betweennessNormalised: z.number(),
  closeness: z.number(),
  eigenvector: z.number(),
  core: z.int(),
  community: z.int(),
  cut: z.boolean(),
});

const figuresSchema = z.strictObject({
  nodes: z.int(),
  edges: z.int(),
  components: z.int(),
  largest: z.int(),
  diameter: z.int(),
  density: z.number(),
  transitivity: z.number(),
  modularity: z.number(),
  people: z.array(personFiguresSchema).readonly(),
  links: z
    .array(z.strictObject({ from: idSchema, to: idSchema, weight: z.number(), betweenness: z.number() }))
    .readonly(),
  bridges: z.array(z.tuple([idSchema, idSchema]).readonly()).readonly(),
});

export type CaseFigures = z.infer<typeof figuresSchema>;

const pieces = z.strictObject({ components: z.int(), largest: z.int() });

const arrestSchema = z.strictObject({
  before: pieces,
  after: pieces,
  alone: z.array(idSchema).readonly(),
  rising: z.array(z.strictObject({ id: idSchema, before: z.number(), after: z.number() })).readonly(),
});

const bandSchema = z.strictObject({ id: idSchema, low: z.number(), high: z.number(), leading: share });

/** What an officer can ask of a case's network; the answer bears the same kind. */
export const networkQuestionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('figures') }),
  /** How far the figures hold when this share of the people had never been found. */
  z.strictObject({ kind: z.literal('stability'), missing: share }),
  z.strictObject({ kind: z.literal('arrest'), ids: z.array(idSchema).min(1).max(200) }),
]);
export type NetworkQuestion = z.infer<typeof networkQuestionSchema>;

const networkFindingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('figures'), figures: figuresSchema }),
  z.strictObject({ kind: z.literal('stability'), bands: z.array(bandSchema).readonly() }),
  z.strictObject({ kind: z.literal('arrest'), arrest: arrestSchema }),
]);
export type NetworkFinding = z.infer<typeof networkFindingSchema>;

const aroundPersonSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  roles: z.array(roleKindSchema),
  cell: z.string().optional(),
});

export const networkChannels = {
  /** Who is around some people over all cases the officer may see, and over visits. */
  'networks.around': channel(
    'cases.read',
    z.strictObject({
      people: z.array(idSchema).min(1).max(200),
      depth: z.int().min(1).max(4),
      visits: z.boolean(),
    }),
    z.strictObject({
      people: z.array(aroundPersonSchema),
      links: z.array(linkSchema),
      visits: z.array(
        z.strictObject({
          visitorId: idSchema,
          inmateId: idSchema,
          count: z.int(),
          first: z.string(),
          last: z.string(),
        }),
      ),
      /** The cases the links stand in. */
      cases: z.array(z.strictObject({ id: idSchema, number: z.string() })),
      /** People who were as near but are too many for one chart. */
      beyond: z.int(),
    }),
  ),
  /** Works in a thread of its own; `progress` events tell how far it is. A new question stops the one before. */
  'networks.ask': channel(
    'cases.read',
    z.strictObject({ caseId: idSchema, options: analysisOptionsSchema, question: networkQuestionSchema }),
    z.strictObject({
      finding: networkFindingSchema,
      /** Links the figures rest on, and how many each part of the filter left out. */
      used: z.int(),
      leftOut: z.record(z.enum(filterReasons), z.int()),
    }),
  ),
  /**
   * Asks for a file and writes its people and links into the case; grade, source and kind hold for links of which the file
   * does not say them. `done` is null when the officer cancelled.
   */
  'networks.import': channel(
    'cases.write',
    z.strictObject({ caseId: idSchema, grade: gradeSchema, source: requiredText(500), kind: requiredText(60) }),
    z.strictObject({
      done: undoableSchema.extend({ matched: z.int(), created: z.int(), links: z.int(), known: z.int() }).nullable(),
    }),
  ),
  'networks.cancel': channel('cases.read', z.strictObject({}), z.strictObject({})),
  /** Asks where to write; `saved` is null when the officer cancelled. */
  'networks.export': channel(
    'cases.export',
    z.strictObject({ caseId: idSchema, format: networkFormatSchema }),
    z.strictObject({ saved: z.strictObject({ path: z.string(), people: z.int(), links: z.int() }).nullable() }),
  ),
} as const;
