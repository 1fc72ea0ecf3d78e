import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, uuidBytes } from '../../../electron/vault/crypto/bytes.ts';
import { newId } from '../../../electron/vault/ids.ts';
import { PersonNumbers } from '../../../electron/vault/store/person-numbers.ts';

const uuid = fc.uuid({ version: [4, 7] });
/** Mostly the same few, so that many are asked for again. */
const id = fc.oneof(
  uuid,
  fc.constantFrom('', 'a', 'not an identifier'),
  fc.constant('00000000-0000-0000-0000-000000000000'),
);

describe('numbers of people', () => {
  it('are one for each identifier, in the order they came, however they are asked for', () => {
    fc.assert(
      fc.property(fc.array(id, { maxLength: 200 }), fc.array(uuid, { maxLength: 200 }), (texts, uuids) => {
        const numbers = new PersonNumbers();
        const expected = [...new Set([...texts, ...uuids])];
        expect(texts.map((text) => numbers.numberOf(text))).toEqual(texts.map((text) => expected.indexOf(text)));
        expect([...numbers.numbersOf(concat(...uuids.map(uuidBytes)))]).toEqual(
          uuids.map((text) => expected.indexOf(text)),
        );
        expect(numbers.size).toBe(expected.length);
        for (const text of expected) expect(numbers.find(text)).toBe(expected.indexOf(text));
      }),
    );
  });

  it('stay theirs while many more come, and strangers have none', () => {
    const numbers = new PersonNumbers();
    const ids = Array.from({ length: 20_000 }, (_, number) => newId(number));
    expect(ids.map((each) => numbers.numberOf(each))).toEqual(ids.map((_, number) => number));
    expect(ids.map((each) => numbers.find(each))).toEqual(ids.map((_, number) => number));
    expect(numbers.find(newId(1))).toBeUndefined();
    expect(numbers.find('somebody')).toBeUndefined();
  });
});
