import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf, utf8 } from '../../../electron/vault/crypto/bytes.ts';
import { newKeyFile, readKeyFile } from '../../../electron/vault/crypto/key-file.ts';

describe('a key file', () => {
  it('gives its 32 bytes back, also when an editor changed its line ends', () => {
    const { key, content } = newKeyFile();
    expect(key).toHaveLength(32);
    expect(readKeyFile(content)).toEqual(key);
    expect(readKeyFile(utf8(textOf(content).replaceAll('\n', '\r\n')))).toEqual(key);
  });

  it('is another one each time', () => {
    expect(newKeyFile().key).not.toEqual(newKeyFile().key);
  });

  it('tells that it was damaged, or that it never was one', () => {
    const text = textOf(newKeyFile().content);
    const first = text.indexOf('\n') + 1;
    fc.assert(
      fc.property(fc.integer({ min: first, max: text.length - 2 }), fc.constantFrom('0', '1', 'Z', '#'), (at, to) => {
        fc.pre(text[at] !== to && text[at] !== '-');
        expect(() => readKeyFile(utf8(`${text.slice(0, at)}${to}${text.slice(at + 1)}`))).toThrow('key-file-damaged');
      }),
    );
    for (const other of ['', 'Sinergi key file 1\n', text.slice(0, -9), text.slice(first), 'x'.repeat(4096)])
      expect(() => readKeyFile(utf8(other))).toThrow('key-file-damaged');
  });
});
