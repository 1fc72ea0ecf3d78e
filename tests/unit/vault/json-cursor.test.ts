import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonCursor } from '../../../electron/vault/format/json-cursor.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

function read(text: string): unknown {
  const cursor = new JsonCursor(bytesOf(text));
  const members: [string, unknown][] = [];
  for (const name of cursor.names()) members.push([name, cursor.value()]);
  cursor.end();
  return Object.fromEntries(members);
}

function readArray(text: string): unknown {
  const cursor = new JsonCursor(bytesOf(text));
  const elements: unknown[] = [];
  for (const _ of cursor.elements()) elements.push(cursor.value());
  cursor.end();
  return elements;
}

describe('JSON read member by member', () => {
  const json = fc.jsonValue({ noUnicodeString: false });

  it('is what JSON.parse makes of it, however it is spaced', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), fc.array(json), fc.constantFrom(0, 2), (object, array, space) => {
        const [members, elements] = [JSON.stringify(object, null, space), JSON.stringify(array, null, space)];
        expect(read(members)).toEqual(JSON.parse(members));
        expect(readArray(elements)).toEqual(JSON.parse(elements));
      }),
    );
  });

  it('is refused when it ends early, goes on, or is another kind of value', () => {
    const whole = '{"a":[1,"\\"}"],"b":{"c":null}}';
    expect(read(whole)).toEqual(JSON.parse(whole));
    for (let length = 0; length < whole.length; length += 1)
      expect(() => read(whole.slice(0, length))).toThrow(SyntaxError);
    for (const wrong of [`${whole}}`, `${whole} 1`, '[]', '{"a" 1}', '{"a":1 "b":2}', '{"a":1,}', '{1:2}', '{"a":1 2}'])
      expect(() => read(wrong)).toThrow(SyntaxError);
  });
});
