import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../electron/vault/crypto/bytes.ts';
import { printRecoveryKey, recoveryKeys } from '../../../electron/vault/crypto/recovery-key.ts';
import { combineShares, readShare, splitSeed } from '../../../electron/vault/crypto/recovery-shares.ts';
import { readPieces, seedOf } from '../../../electron/vault/officers/recovery-pieces.ts';
import type { RecoverySplit } from '../../../shared/domain/recovery.ts';

const vaultId = '0199c1e2-7d3a-7c44-9b1f-2f6f0a3b5c6d';
const otherVault = '0199c1e2-7d3a-7c44-9b1f-2f6f0a3b5c6e';
const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
const splits = fc
  .tuple(fc.integer({ min: 2, max: 16 }), fc.integer({ min: 2, max: 16 }))
  .map(([a, b]): RecoverySplit => ({ needed: Math.min(a, b), made: Math.max(a, b) }));

/** As much of a header as says whose recovery key it is. */
function vaultOf(seed: Uint8Array, shares?: RecoverySplit): Parameters<typeof seedOf>[0] {
  const { boxPublic, signPublic } = recoveryKeys(seed);
  const box = { ephemeral: '', sealed: '' };
  return {
    vaultId,
    roster: {
      keyEpoch: 1,
      officers: [],
      recovery: {
        boxKey: toBase64(boxPublic),
        signKey: toBase64(signPublic),
        vaultKey: box,
        ...(shares === undefined ? {} : { shares }),
      },
      certificates: [],
      signedBy: '',
      signature: '',
    },
  };
}
const sharesOf = (seed: Uint8Array, split: RecoverySplit, vault = vaultId) =>
  splitSeed(seed, split, vault, recoveryKeys(seed).boxPublic);

describe('shares of a recovery key', () => {
  it('give the key back in any number that is enough, in any order, however they were typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        seeds,
        splits,
        fc.array(fc.nat(), { minLength: 16, maxLength: 16 }),
        async (seed, split, numbers) => {
          const shares = [...(await sharesOf(seed, split))];
          const order = shares.map((share, index) => ({ share, at: numbers[index] ?? 0 })).sort((a, b) => a.at - b.at);
          const some = order.map(({ share }) => share).slice(0, split.needed);
          const typed = some.map((share, index) =>
            index % 2 === 0 ? share : share.toLowerCase().replaceAll('-', ' '),
          );
          expect(await seedOf(vaultOf(seed, split), typed)).toEqual(seed);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('give nothing when one is lacking: every key is as likely as before', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, splits, async (seed, split) => {
        const few = (await sharesOf(seed, split)).slice(0, split.needed - 1);
        const missing = { code: 'shares-missing', details: { missing: 1, needed: split.needed } };
        await expect(seedOf(vaultOf(seed, split), few)).rejects.toMatchObject(missing);
        const read = few.flatMap((share) => readShare(share) ?? []);
        // One alone is no polynomial at all.
        const guessed = read.length > 1 ? await combineShares(read) : undefined;
        expect(guessed).not.toEqual(seed);
      }),
      { numRuns: 40 },
    );
  });

  it('tell every letter that is not theirs', async () => {
    const seed = new Uint8Array(32).fill(7);
    const [share = ''] = await sharesOf(seed, { needed: 2, made: 3 });
    const letters = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
    fc.assert(
      fc.property(fc.nat(share.length - 1), fc.constantFrom(...letters), (at, letter) => {
        fc.pre(share[at] !== '-' && share[at] !== letter);
        const changed = `${share.slice(0, at)}${letter}${share.slice(at + 1)}`;
        const reading = readPieces(vaultOf(seed, { needed: 2, made: 3 }), [changed]);
        expect(reading.pieces).toEqual([{ number: null, fault: 'share-mistyped' }]);
        expect(reading.missing).toBe(2);
      }),
      { numRuns: 500 },
    );
  });

  it('say which number they bear, of how many, and how many are still missing', async () => {
    const split = { needed: 3, made: 5 };
    const seed = new Uint8Array(32).fill(1);
    const shares = await sharesOf(seed, split);
    expect(new Set(shares.map((share) => share.split('-').length))).toEqual(new Set([18]));
    expect(readPieces(vaultOf(seed, split), [shares[4] ?? '', shares[1] ?? ''])).toEqual({
      needed: 3,
      made: 5,
      missing: 1,
      pieces: [
        { number: 5, fault: null },
        { number: 2, fault: null },
      ],
    });
  });

  it('of another vault, of an earlier set, or typed twice are told apart', async () => {
    const split = { needed: 2, made: 2 };
    const [seed, earlier] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    const [one = '', two = ''] = await sharesOf(seed, split);
    const [old = ''] = await sharesOf(earlier, split);
    const [foreign = ''] = await sharesOf(seed, split, otherVault);
    const body = vaultOf(seed, split);
    const faults = readPieces(body, [one, foreign, old, one, two]).pieces.map(({ fault }) => fault);
    expect(faults).toEqual([null, 'share-other-vault', 'share-other-set', 'share-repeated', null]);
    await expect(seedOf(body, [one, old])).rejects.toMatchObject({ code: 'share-other-set', details: { place: 2 } });
    // Two splittings of one key look alike and do not go together.
    const [, again = ''] = await sharesOf(seed, split);
    await expect(seedOf(body, [one, again])).rejects.toMatchObject({ code: 'recovery-key-wrong' });
  });

  it('are no whole key, and a whole key is no share', async () => {
    const seed = new Uint8Array(32).fill(9);
    const [share = ''] = await sharesOf(seed, { needed: 2, made: 2 });
    expect(await seedOf(vaultOf(seed), [printRecoveryKey(seed)])).toEqual(seed);
    await expect(seedOf(vaultOf(new Uint8Array(32)), [share])).rejects.toMatchObject({ code: 'share-other-set' });
    await expect(seedOf(vaultOf(seed), ['X'])).rejects.toMatchObject({ code: 'recovery-key-wrong' });
    const other = printRecoveryKey(new Uint8Array(32).fill(8));
    await expect(seedOf(vaultOf(seed, { needed: 2, made: 2 }), [other])).rejects.toMatchObject({
      code: 'recovery-key-wrong',
    });
  });
});
