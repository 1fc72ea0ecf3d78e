import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { RegisterSizes } from '../fixtures/registers/synthetic-registers.ts';

export const contests = ['save', 'unlock', 'keep', 'import'] as const;
export type Contest = (typeof contests)[number];

const peerSchema = z.union([
  z.strictObject({ folder: z.string(), version: z.string() }),
  z.strictObject({ missing: z.string() }),
]);
export type Peer = z.infer<typeof peerSchema>;

export interface Settings {
  /** Where the data is made, measured and taken away again, and where the result stays. */
  readonly out: string;
  readonly sqlcipher: Peer;
  readonly visits: readonly number[];
  readonly rounds: number;
  readonly contests: readonly Contest[];
  /** The contest of scale alone: a whole prison, with calls and reports. */
  readonly scale: boolean;
}

const count = z.coerce.number().int().positive();

/** @throws when an argument is unknown or no number where one has to be */
export function readSettings(args: readonly string[]): Settings {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string', default: 'out' },
      sqlcipher: { type: 'string', default: '{"missing":"not asked for"}' },
      visits: { type: 'string', default: '10000,1000000' },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', default: contests.join(',') },
    },
  });
  const scale = positionals.length === 1 && positionals[0] === 'scale';
  if (positionals.length > 0 && !scale) throw new RangeError(`no contest: ${positionals.join(' ')}`);
  return {
    scale,
    out: values.out,
    sqlcipher: peerSchema.parse(JSON.parse(values.sqlcipher)),
    visits: values.visits.split(',').map((text) => count.parse(text)),
    rounds: count.parse(values.rounds),
    contests: values.only.split(',').map((text) => z.enum(contests).parse(text)),
  };
}

/** A prison with so many visits: each inmate 200, each visitor 20, as in the million the program is made for. */
export const registerSizes = (visits: number): RegisterSizes => ({
  seed: 1,
  inmates: Math.max(20, Math.round(visits / 200)),
  visitors: Math.max(50, Math.round(visits / 20)),
  visits,
});
