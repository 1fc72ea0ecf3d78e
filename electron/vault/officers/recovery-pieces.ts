import type { PieceFault, RecoveryReading } from '../../../shared/domain/recovery.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { fromBase64, sameBytes, wipe } from '../crypto/bytes.ts';
import { isRecoveryKey, readRecoveryKey, recoveryKeys } from '../crypto/recovery-key.ts';
import { combineShares, readShare, type RecoveryShare, shareFault } from '../crypto/recovery-shares.ts';
import type { HeaderBody } from '../format/header.ts';

type Belonging = Pick<HeaderBody, 'vaultId' | 'roster'>;

interface Piece {
  readonly share: RecoveryShare | undefined;
  readonly fault: PieceFault | undefined;
}

/** Says of each typed piece whether it belongs, and how many shares are still missing; opens nothing. */
export function readPieces(body: Belonging, typed: readonly string[]): RecoveryReading {
  const pieces = piecesOf(body, typed);
  for (const { share } of pieces) if (share !== undefined) wipe(share.secret);
  const { needed, made } = splitOf(body);
  const good = pieces.filter(({ fault }) => fault === undefined).length;
  return {
    needed,
    made,
    missing: Math.max(0, needed - good),
    pieces: pieces.map(({ share, fault }) => ({ number: share?.number ?? null, fault: fault ?? null })),
  };
}

/**
 * The recovery key's 32 bytes from the key itself or from its shares.
 *
 * @param typed the key, or so many shares as are needed, in any order
 * @throws SinergiError `recovery-key-wrong`, `share-mistyped`, `share-other-vault`, `share-other-set`, `share-repeated` with
 * the `place` among the typed, from 1; `shares-missing` with how many
 */
export async function seedOf(body: Belonging, typed: readonly string[]): Promise<Uint8Array> {
  const pieces = piecesOf(body, typed);
  const shares = pieces.flatMap(({ share }) => (share === undefined ? [] : [share]));
  try {
    for (const [index, { fault }] of pieces.entries())
      if (fault !== undefined) throw new SinergiError(fault, { place: index + 1 });
    const { needed } = splitOf(body);
    if (pieces.length < needed) throw new SinergiError('shares-missing', { missing: needed - pieces.length, needed });
    const [first = ''] = typed;
    const seed = shares.length === 0 ? readRecoveryKey(first) : await combineShares(shares);
    if (isSeedOf(body, seed)) return seed;
    wipe(seed);
    throw new SinergiError('recovery-key-wrong');
  } finally {
    wipe(...shares.map(({ secret }) => secret));
  }
}

const splitOf = ({ roster }: Belonging): { readonly needed: number; readonly made: number } =>
  roster.recovery.shares ?? { needed: 1, made: 1 };

function isSeedOf({ roster }: Belonging, seed: Uint8Array): boolean {
  const { boxPrivate, boxPublic, signSeed } = recoveryKeys(seed);
  wipe(boxPrivate, signSeed);
  return sameBytes(fromBase64(roster.recovery.boxKey), boxPublic);
}

function piecesOf(body: Belonging, typed: readonly string[]): readonly Piece[] {
  const split = body.roster.recovery.shares !== undefined;
  const boxKey = fromBase64(body.roster.recovery.boxKey);
  const numbers = new Set<number>();
  return typed.map((text) => {
    const share = readShare(text);
    if (share === undefined)
      return { share, fault: split && !isRecoveryKey(text) ? 'share-mistyped' : keyFault(body, text) };
    const repeated = numbers.has(share.number) ? 'share-repeated' : undefined;
    const fault = shareFault(share, body.vaultId, boxKey) ?? repeated;
    if (fault === undefined) numbers.add(share.number);
    return { share, fault };
  });
}

function keyFault(body: Belonging, text: string): PieceFault | undefined {
  if (!isRecoveryKey(text)) return 'recovery-key-wrong';
  const seed = readRecoveryKey(text);
  const fits = isSeedOf(body, seed);
  wipe(seed);
  return fits ? undefined : 'recovery-key-wrong';
}
