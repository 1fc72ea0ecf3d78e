import { z } from 'zod';

/** Disturbances of security and order (gangguan kamtib), and what leads to them. */
export const threatKinds = [
  'riot',
  'escape',
  'drugs',
  'phones',
  'extortion',
  'staff-corruption',
  'health',
  'throw-overs',
  'violence',
  'other',
] as const;
export const threatKindSchema = z.enum(threatKinds);
export type ThreatKind = z.infer<typeof threatKindSchema>;

/** One to five, both ways: the 5 × 5 matrix of ISO 31010, B.10.3 (consequence/likelihood matrix). */
export const scale = [1, 2, 3, 4, 5] as const;
export const scaleSchema = z.int().min(1).max(5);

export const riskLevels = ['low', 'medium', 'high', 'extreme'] as const;
export type RiskLevel = (typeof riskLevels)[number];

const mediumFrom = 5;
const highFrom = 10;
const extremeFrom = 15;

/** By the product of both; an impact of five is never low. */
export function levelOf({ likelihood, impact }: { readonly likelihood: number; readonly impact: number }): RiskLevel {
  const product = likelihood * impact;
  if (product >= extremeFrom) return 'extreme';
  if (product >= highFrom) return 'high';
  return product >= mediumFrom || impact === 5 ? 'medium' : 'low';
}

/** Letters and numbers a block goes by on doors and in registers: `F`, `F2`. */
export const blockSchema = z
  .string()
  .trim()
  .min(1)
  .max(20)
  .transform((block) => block.toUpperCase());
