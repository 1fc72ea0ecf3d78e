import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markMention, moveMentions, piecesOf } from '../../../shared/domain/mentions.ts';

const who = '01a20f82-041f-72a5-a4ed-711d2637d505';
const text = 'Budi menerima kantong dari Sari.';
const sari = { personId: who, from: 27, to: 31 };

describe('a name marked in a text', () => {
  it('stays on its words while the text around them is written on', () => {
    const later = 'Kemarin Budi menerima dua kantong dari Sari di dapur.';
    const [moved] = moveMentions('Budi menerima dua kantong dari Sari di dapur.', later, [
      { personId: who, from: 31, to: 35 },
    ]);
    expect(later.slice(moved?.from, moved?.to)).toBe('Sari');
  });
  it('is gone when its own words are changed', () => {
    expect(moveMentions(text, 'Budi menerima kantong dari Sxri.', [sari])).toEqual([]);
  });
  it('takes no blanks along, and gives way to a mark over it', () => {
    const [one] = markMention(text, [], { personId: who, from: 26, to: 31 });
    expect(one).toEqual(sari);
    expect(markMention(text, [sari], { personId: who, from: 22, to: 31 })).toHaveLength(1);
    expect(markMention(text, [sari], { personId: who, from: 4, to: 5 })).toEqual([sari]);
  });
  it('keeps the same words through any change before or after it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, after, name, put) => {
        const whole = before + name + after;
        const mention = { personId: who, from: before.length, to: before.length + name.length };
        for (const next of [put + whole, whole + put]) {
          for (const { from, to } of moveMentions(whole, next, [mention])) expect(next.slice(from, to)).toBe(name);
        }
        expect(
          piecesOf(whole, [mention])
            .map((piece) => piece.text)
            .join(''),
        ).toBe(whole);
      }),
    );
  });
});
