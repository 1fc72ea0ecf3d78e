import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomBytes } from 'node:crypto';
import { toBase64 } from '../../../electron/vault/crypto/bytes.ts';
import { publicHalf } from '../../../electron/vault/crypto/raw-keys.ts';
import { sourceKeysSchema } from '../../../electron/vault/format/header.ts';
import {
  isSourceStatement,
  openSourceKeys,
  openSourceText,
  sealSourceText,
  wrapSourceKeys,
} from '../../../electron/vault/format/source-keys.ts';
import { newId } from '../../../electron/vault/ids.ts';

const key = (): Uint8Array => new Uint8Array(randomBytes(32));
const vaultId = newId(1);
const holder = (number: number) => {
  const own = key();
  return { own, id: newId(number), boxKey: toBase64(publicHalf('x25519', own)) };
};
const [hana, joko, recovery] = [holder(2), holder(3), holder(4)];

describe('the keys of the register of sources', () => {
  it('go to every holder and to the recovery key, all epochs of them, and to nobody else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), (epochs) => {
        const keys = new Map(Array.from({ length: epochs }, (_, number) => [number + 1, key()]));
        const wrapped = wrapSourceKeys(vaultId, keys, [hana], recovery.boxKey, key());
        expect(sourceKeysSchema.parse(wrapped)).toEqual(wrapped);
        expect(isSourceStatement(vaultId, wrapped)).toBe(true);
        for (const [own, receiver] of [
          [hana.own, hana.id],
          [recovery.own, 'recovery'],
        ] as const)
          expect(openSourceKeys(vaultId, wrapped, own, receiver)).toEqual(keys);
        expect(openSourceKeys(vaultId, wrapped, joko.own, joko.id)).toBeUndefined();
        expect(openSourceKeys(vaultId, wrapped, joko.own, hana.id)).toBeUndefined();
        expect(openSourceKeys(newId(9), wrapped, hana.own, hana.id)).toBeUndefined();
      }),
      { numRuns: 10 },
    );
  });

  it('are signed whole but for the boxes, and a box with another key is refused', () => {
    const wrapped = wrapSourceKeys(vaultId, new Map([[1, key()]]), [hana, joko], recovery.boxKey, key());
    const other = wrapSourceKeys(vaultId, new Map([[1, key()]]), [hana], recovery.boxKey, key());
    for (const change of [
      { epoch: 2 },
      { holders: [joko.id] },
      { commitment: other.commitment },
      { recovery: other.recovery },
      { recoveryKey: joko.boxKey },
      { ring: [{ epoch: 1, sealed: toBase64(randomBytes(60)) }] },
    ])
      expect(isSourceStatement(vaultId, { ...wrapped, ...change })).toBe(false);
    expect(isSourceStatement(vaultId, { ...wrapped, boxes: [] })).toBe(true);
    expect(openSourceKeys(vaultId, { ...wrapped, boxes: other.boxes }, hana.own, hana.id)).toBeUndefined();
  });

  it('seal any text so that only its own place, vault and key open it', () => {
    const keys = new Map([[3, key()]]);
    const place = { collection: 'sources', id: newId(5) };
    fc.assert(
      fc.property(fc.json(), (text) => {
        const sealed = sealSourceText(keys, vaultId, place, text);
        expect(sealed.epoch).toBe(3);
        expect(openSourceText(keys, vaultId, place, sealed)?.trimEnd()).toBe(text.trimEnd());
        for (const elsewhere of [
          { ...place, collection: 'sourceContacts' },
          { ...place, id: newId(6) },
        ])
          expect(openSourceText(keys, vaultId, elsewhere, sealed)).toBeUndefined();
        expect(openSourceText(keys, newId(7), place, sealed)).toBeUndefined();
        expect(openSourceText(new Map([[3, key()]]), vaultId, place, sealed)).toBeUndefined();
        expect(openSourceText(new Map([[2, keys.get(3) ?? key()]]), vaultId, place, sealed)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
    const lengths = ['a', 'b'.repeat(200)].map((text) => sealSourceText(keys, vaultId, place, text).content.length);
    expect(new Set(lengths).size).toBe(1);
  });
});
