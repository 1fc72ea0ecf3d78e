import { randomBytes } from 'node:crypto';
import type { Id } from '../../../shared/domain/basics.ts';
import { type AgencyCard, type AgencyKeys, cardMagic, cardSchema } from '../../../shared/domain/exchange/agency.ts';
import { fingerprintLength } from '../../../shared/domain/exchange/fingerprint.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { fromBase64, toBase64, utf8, wipe } from '../../vault/crypto/bytes.ts';
import { publicHalf } from '../../vault/crypto/raw-keys.ts';
import { isSignedBy, signAs } from '../../vault/crypto/signing.ts';
import { canonicalJson } from '../documents/canonical-json.ts';
import { sha256 } from '../../vault/format/canonical.ts';
import { parseJson } from './package/parse-json.ts';

/** A card is a few hundred bytes. */
export const largestCard = 16 * 1024;

export function newAgencyKeys(madeAt: string, madeBy: Id): AgencyKeys {
  const boxPrivate = new Uint8Array(randomBytes(32));
  const signSeed = new Uint8Array(randomBytes(32));
  try {
    return {
      boxKey: toBase64(publicHalf('x25519', boxPrivate)),
      signKey: toBase64(publicHalf('ed25519', signSeed)),
      boxPrivate: toBase64(boxPrivate),
      signSeed: toBase64(signSeed),
      madeAt,
      madeBy,
    };
  } finally {
    wipe(boxPrivate, signSeed);
  }
}

/** What words and signature of a card are of: who it is and which keys hold. */
export interface CardCore {
  readonly agencyId: Id;
  readonly name: string;
  readonly boxKey: string;
  readonly signKey: string;
}

const coreBytes = ({ agencyId, name, boxKey, signKey }: CardCore): Uint8Array =>
  utf8(canonicalJson({ magic: cardMagic, agencyId, name, boxKey, signKey }));

/** The beginning of the SHA-256 of a card's core: what is read aloud in words. */
export const fingerprintOf = (core: CardCore): Uint8Array => sha256(coreBytes(core)).slice(0, fingerprintLength);

/** @param keys newest last; the one before vouches for the newest */
export function writeCard(
  core: Pick<CardCore, 'agencyId' | 'name'>,
  keys: readonly AgencyKeys[],
  at: string,
): AgencyCard {
  const current = keys.at(-1);
  if (current === undefined) throw new SinergiError('agency-identity-missing');
  const { boxKey, signKey } = current;
  const content = coreBytes({ ...core, boxKey, signKey });
  const signed = (seed: string): string => toBase64(signAs('agency-card', fromBase64(seed), content));
  const before = keys.at(-2);
  return {
    magic: cardMagic,
    format: 1,
    agencyId: core.agencyId,
    name: core.name,
    boxKey,
    signKey,
    issuedAt: at,
    signature: signed(current.signSeed),
    ...(before === undefined ? {} : { succession: { signKey: before.signKey, signature: signed(before.signSeed) } }),
  };
}

/** @throws SinergiError `card-unreadable`, also when a signature on it is not that of its key */
export function readCard(bytes: Uint8Array): AgencyCard {
  const parsed = cardSchema.safeParse(bytes.length > largestCard ? undefined : parseJson(bytes));
  if (!parsed.success) throw new SinergiError('card-unreadable');
  const card = parsed.data;
  const content = coreBytes(card);
  const isBy = (key: string, signature: string): boolean =>
    isSignedBy('agency-card', fromBase64(key), content, fromBase64(signature));
  const { succession } = card;
  if (!isBy(card.signKey, card.signature)) throw new SinergiError('card-unreadable');
  if (succession !== undefined && !isBy(succession.signKey, succession.signature))
    throw new SinergiError('card-unreadable');
  return card;
}
