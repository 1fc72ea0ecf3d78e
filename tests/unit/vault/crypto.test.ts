import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { hkdf as nobleHkdf } from '@noble/hashes/hkdf.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../../electron/vault/crypto/aead.ts';
import { boxTo, openBox } from '../../../electron/vault/crypto/box.ts';
import { toHex, utf8 } from '../../../electron/vault/crypto/bytes.ts';
import { deriveKey } from '../../../electron/vault/crypto/hkdf.ts';
import {
  localKeyDerivation,
  meetsSettingFloor,
  settingFloor,
  withinOpeningBounds,
} from '../../../electron/vault/crypto/key-derivation.ts';
import { passphraseBytes } from '../../../electron/vault/crypto/passphrase.ts';
import { publicHalf } from '../../../electron/vault/crypto/raw-keys.ts';
import { selfTest } from '../../../electron/vault/crypto/self-test.ts';
import { checkVectors } from '../../vectors/check-vectors.ts';
import vectors from '../../vectors/published.json' with { type: 'json' };

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe('the self-test that runs when the program starts', () => {
  it('finds every primitive right', async () => {
    await expect(selfTest()).resolves.toBeUndefined();
  });

  it('names the primitive that is wrong', async () => {
    const broken = { derive: () => Promise.resolve(new Uint8Array(32)) };
    await expect(selfTest(broken)).rejects.toMatchObject({
      code: 'encryption-faulty',
      details: { primitive: 'Argon2id' },
    });
  });
});

describe('answers published elsewhere', () => {
  it('come out of this runtime', async () => {
    const checked = await checkVectors();
    expect(checked.length).toBeGreaterThan(25);
    expect(checked.filter(({ passed }) => !passed)).toEqual([]);
  });

  it('Argon2id: RFC 9106 section 5.3 in the oracle, and the oracle against ours', async () => {
    const { key, salt, secret, associated, passphrase } = {
      passphrase: new Uint8Array(32).fill(1),
      salt: new Uint8Array(16).fill(2),
      secret: new Uint8Array(8).fill(3),
      associated: new Uint8Array(12).fill(4),
      key: vectors.argon2idRfc9106,
    };
    const common = { m: 32, t: 3, p: 4, dkLen: 32 };
    expect(toHex(nobleArgon2id(passphrase, salt, { ...common, key: secret, personalization: associated }))).toBe(key);
    const parameters = { memoryKiB: 32, passes: 3, lanes: 4 };
    const ours = await localKeyDerivation.derive(passphrase, salt, parameters);
    expect(toHex(ours)).toBe(toHex(nobleArgon2id(passphrase, salt, common)));
  });
});

describe('sealing', () => {
  it('opens what it sealed, and nothing that was changed anywhere', () => {
    fc.assert(
      fc.property(
        bytes(32),
        fc.uint8Array({ maxLength: 300 }),
        fc.uint8Array(),
        fc.nat(),
        (key, content, bound, at) => {
          const sealed = seal(key, content, bound);
          expect(unseal(key, sealed, bound)).toEqual(content);
          const changed = sealed.slice();
          changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ 1;
          expect(unseal(key, changed, bound)).toBeUndefined();
          expect(unseal(key, sealed, Uint8Array.of(...bound, 0))).toBeUndefined();
        },
      ),
    );
  });

  it('boxes to one receiver and one context', () => {
    fc.assert(
      fc.property(bytes(32), bytes(32), fc.uint8Array({ maxLength: 64 }), (mine, others, content) => {
        fc.pre(toHex(mine) !== toHex(others));
        const box = boxTo(publicHalf('x25519', mine), content, 'a');
        expect(openBox(mine, box, 'a')).toEqual(content);
        expect(openBox(mine, box, 'b')).toBeUndefined();
        fc.pre(toHex(publicHalf('x25519', mine)) !== toHex(publicHalf('x25519', others)));
        expect(openBox(others, box, 'a')).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });
});

describe('deriving keys', () => {
  it('agrees with another implementation of HKDF', () => {
    fc.assert(
      fc.property(bytes(32), fc.uint8Array(), fc.string(), (material, salt, info) => {
        expect(deriveKey(material, salt, info)).toEqual(nobleHkdf(nobleSha256, material, salt, utf8(info), 32));
      }),
    );
  });

  it('reads one passphrase the same however its letters are composed', () => {
    expect(passphraseBytes('cafe\u0301 ﬁle')).toEqual(passphraseBytes('café file'));
  });

  it('neither sets nor opens anything below the floor, and refuses to take all memory', () => {
    expect(meetsSettingFloor(settingFloor)).toBe(true);
    expect(meetsSettingFloor({ ...settingFloor, lanes: 1 })).toBe(false);
    expect(withinOpeningBounds({ ...settingFloor, memoryKiB: 19 * 1024 })).toBe(false);
    expect(withinOpeningBounds({ ...settingFloor, memoryKiB: 4 * 1024 * 1024 })).toBe(false);
    expect(withinOpeningBounds({ ...settingFloor, passes: 1_000_000 })).toBe(false);
  });
});
