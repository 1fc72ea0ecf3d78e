import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { idSchema, instantSchema } from '../../../shared/domain/basics.ts';
import type { Doubt } from '../../../shared/domain/vault-health.ts';
import { fromBase64, sameBytes, textOf, toBase64, utf8 } from '../crypto/bytes.ts';
import { deriveKey } from '../crypto/hkdf.ts';
import { canonicalBytes, canonicalJson } from '../format/canonical.ts';

/** How far a vault had come, nothing of what it holds. */
const stateSchema = z.strictObject({
  at: instantSchema,
  /** Of the data key whose derivate authenticates this: it stays in the ring when keys are renewed. */
  epoch: z.int().positive(),
  revision: z.int().positive(),
  generation: z.int().positive(),
  heads: z
    .array(
      z.strictObject({
        device: idSchema,
        count: z.int().nonnegative(),
        head: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(10_000),
});
type State = z.infer<typeof stateSchema>;

const sealedStateSchema = stateSchema.extend({ mac: z.string().max(60) });
/** One known state, authenticated by itself: a restored one may not know the keys of a newer one. */
export type SealedState = z.infer<typeof sealedStateSchema>;

/** Beside the one in use: what was restored here and not written to since. */
const mostStates = 8;

const anchorSchema = z.strictObject({
  magic: z.literal('sinergi-anchor'),
  format: z.literal(1),
  vaultId: idSchema,
  states: z.array(sealedStateSchema).min(1).max(mostStates),
});

function macOf(dataKey: Uint8Array, vaultId: string, state: State): Uint8Array {
  const key = deriveKey(dataKey, new Uint8Array(0), `sinergi/1/anchor/${vaultId}`);
  return new Uint8Array(createHmac('sha256', key).update(canonicalBytes(state)).digest());
}

/** @param dataKey of the epoch that `state` names */
export const sealState = (dataKey: Uint8Array, vaultId: string, state: State): SealedState => ({
  ...state,
  mac: toBase64(macOf(dataKey, vaultId, state)),
});

/** @param states the one in use first */
export const writeAnchor = (vaultId: string, states: readonly SealedState[]): Uint8Array =>
  utf8(`${canonicalJson({ magic: 'sinergi-anchor', format: 1, vaultId, states: [...states].slice(0, mostStates) })}\n`);

/** None when the file is not genuine. */
export function statesIn(file: Uint8Array, vaultId: string): readonly SealedState[] {
  try {
    const read = anchorSchema.safeParse(JSON.parse(textOf(file))).data;
    return read?.vaultId === vaultId ? read.states : [];
  } catch {
    return [];
  }
}

/** A vault as it was opened, to be held against what was seen before. */
export interface Present {
  readonly vaultId: string;
  readonly newestEpoch: number;
  dataKeyOf(epoch: number): Uint8Array | undefined;
  readonly revision: number;
  readonly generation: number;
  /** The header was taken from its copy, which may be one revision behind. */
  readonly fromCopy: boolean;
  /** Hash of an entry of a device's chain; `undefined` when the chain has no such entry. `null` when nobody can tell. */
  hashAt(device: string, count: number): Promise<string | undefined | null>;
}

export interface Judgement {
  /** Why the vault is none of those seen here and did not come from one; `undefined` when it is or did. */
  readonly doubt: Doubt | undefined;
  /** Known states that this vault did not come from: it was restored beside another, or the other way round. */
  readonly others: readonly SealedState[];
}

/** @param file as `writeAnchor` made it, or what became of it */
export async function judge(file: Uint8Array, present: Present): Promise<Judgement> {
  const others: SealedState[] = [];
  let doubt: Doubt | undefined;
  let known = false;
  for (const state of statesIn(file, present.vaultId)) {
    const found = await doubtAbout(state, present);
    if (found === undefined) known = true;
    else if (found.kind !== 'unreadable') others.push(state);
    doubt ??= found;
  }
  return { doubt: known ? undefined : (doubt ?? { kind: 'unreadable', seenAt: null }), others };
}

async function doubtAbout({ mac, ...state }: SealedState, present: Present): Promise<Doubt | undefined> {
  const { at: seenAt, epoch, revision, generation, heads } = state;
  // Made under keys this vault does not have yet.
  if (epoch > present.newestEpoch) return { kind: 'older', seenAt };
  const dataKey = present.dataKeyOf(epoch);
  if (dataKey === undefined || !sameBytes(macOf(dataKey, present.vaultId, state), fromBase64(mac)))
    return { kind: 'unreadable', seenAt: null };
  let older = present.revision < revision - (present.fromCopy ? 1 : 0) || present.generation < generation;
  for (const { device, count, head } of heads) {
    const hash = count === 0 ? head : await present.hashAt(device, count);
    if (hash === undefined) older = true;
    else if (hash !== null && hash !== head) return { kind: 'other-history', seenAt };
  }
  return older ? { kind: 'older', seenAt } : undefined;
}
