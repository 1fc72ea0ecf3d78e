import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSeal, sealOf } from '../../electron/services/audit/seal.ts';
import { signingKey } from '../../electron/vault/crypto/signing.ts';
import { type AuditEntry, makeAuditEntry } from '../../electron/vault/format/audit.ts';
import { makeStamp } from '../../electron/vault/format/clock.ts';

const signer = signingKey(new Uint8Array(32).fill(7));
const idOf = (number: number): string => `0190a1b2-0000-7000-8000-00000000000${number}`;
const [vaultId, otherVault, device, actor] = [idOf(1), idOf(2), idOf(3), idOf(4)];
const today = new Date('2026-03-02T09:00:00.000Z');

function trail(length: number, word = 'a'): readonly AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const previous = entries.at(-1)?.hash ?? '0'.repeat(64);
    const at = new Date(sequence).toISOString();
    const body = { sequence, device, stamp: makeStamp(sequence, 0), at, actor, action: 'test', reason: word, previous };
    entries.push(makeAuditEntry(body, signer));
  }
  return entries;
}
const whole = trail(40);

describe('a seal of the audit trail', () => {
  it('fits the trail it was given for, and goes on fitting as the trail grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }), (sealed, now) => {
        const { code, entries } = sealOf(vaultId, whole.slice(0, sealed), today);
        expect(entries).toBe(sealed);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
        const { state, day } = checkSeal(code, vaultId, whole.slice(0, now), null);
        expect([state, day]).toEqual([now >= sealed ? 'intact' : 'shorter', '2026-03-02']);
      }),
      { numRuns: 60 },
    );
  });

  it('does not fit another trail, another vault, or one with an entry in it that is not as it was signed', () => {
    const { code } = sealOf(vaultId, whole.slice(0, 30), today);
    expect(checkSeal(code, vaultId, trail(40, 'b'), null).state).toBe('different');
    expect(checkSeal(code, otherVault, whole, null).state).toBe('different');
    expect(checkSeal(code, vaultId, whole, { sequence: 12 }).state).toBe('damaged');
    expect(checkSeal(code, vaultId, whole, { sequence: 31 }).state).toBe('intact');
  });

  it('is read however it was typed, and a wrong letter anywhere is noticed', () => {
    const { code } = sealOf(vaultId, whole, today);
    expect(checkSeal(code.toLowerCase().replaceAll('-', ' '), vaultId, whole, null).state).toBe('intact');
    for (const [place, right] of Array.from(code).entries())
      for (const letter of right === '-' ? '' : '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.replace(right, '')) {
        const typed = code.slice(0, place) + letter + code.slice(place + 1);
        expect(() => checkSeal(typed, vaultId, whole, null)).toThrow(expect.objectContaining({ code: 'seal-wrong' }));
      }
    expect(() => checkSeal('bukan kode', vaultId, whole, null)).toThrow('seal-wrong');
  });
});
