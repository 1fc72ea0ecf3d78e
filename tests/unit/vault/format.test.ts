import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRecoverySeed, printRecoveryKey, readRecoveryKey } from '../../../electron/vault/crypto/recovery-key.ts';
import { canonicalJson } from '../../../electron/vault/format/canonical.ts';
import { HybridClock, makeStamp, stampMilliseconds, stampPattern } from '../../../electron/vault/format/clock.ts';
import {
  fileKey,
  firstFrame,
  newPreamble,
  preambleLength,
  readFrame,
  sealFrame,
  sealFrameInSlices,
} from '../../../electron/vault/format/frame.ts';
import { largestHeader } from '../../../electron/vault/format/constants.ts';
import { readHeader } from '../../../electron/vault/format/header.ts';
import { openStream, sealStream } from '../../../electron/vault/format/stream.ts';
import { newId } from '../../../electron/vault/ids.ts';
import { concat, u32, uuidBytes, uuidText } from '../../../electron/vault/crypto/bytes.ts';

const dataKey = new Uint8Array(randomBytes(32));
const [vaultId, device, fileId] = [newId(1), newId(2), newId(3)];
const preambleOf = (kind: 'journal' | 'snapshot') => newPreamble({ kind, epoch: 1, fileId, device, generation: 1 });

describe('a frame', () => {
  const preamble = preambleOf('journal');
  const key = fileKey(dataKey, preamble, vaultId);
  const read = (file: Uint8Array, position = firstFrame) => readFrame(key, preamble, vaultId, position, file, 0);

  it('gives back what was put in, padded so that its size tells little', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (payload) => {
        const { bytes } = sealFrame(key, preamble, vaultId, firstFrame, payload);
        expect((bytes.length - 4 - 12 - 16) % 256).toBe(0);
        expect(read(bytes)).toMatchObject({ state: 'read', payload, end: bytes.length });
      }),
    );
  });

  it('a long frame sealed in slices is one like any other, whatever its length', async () => {
    for (const length of [1, 262_143, 262_144, 262_145, 524_288, 700_001]) {
      const payload = new Uint8Array(randomBytes(length));
      const { bytes, next } = await sealFrameInSlices(key, preamble, vaultId, firstFrame, payload);
      expect(bytes.length).toBe(sealFrame(key, preamble, vaultId, firstFrame, payload).bytes.length);
      const reading = readFrame(key, preamble, vaultId, firstFrame, bytes, 0);
      expect(reading).toMatchObject({ state: 'read', end: bytes.length, next });
      expect(reading.state === 'read' && Buffer.compare(reading.payload, payload)).toBe(0);
    }
  });

  it('opens in its own place only', () => {
    const first = sealFrame(key, preamble, vaultId, firstFrame, Uint8Array.of(1));
    const second = sealFrame(key, preamble, vaultId, first.next, Uint8Array.of(2));
    expect(read(second.bytes).state).toBe('forged');
    expect(read(first.bytes, first.next).state).toBe('forged');
    expect(readFrame(key, preamble, newId(9), firstFrame, first.bytes, 0).state).toBe('forged');
  });

  it('is torn when the file ends before it, at every length', () => {
    const { bytes } = sealFrame(key, preamble, vaultId, firstFrame, Uint8Array.of(1, 2, 3));
    for (let length = 0; length < bytes.length; length += 1) expect(read(bytes.subarray(0, length)).state).toBe('torn');
  });

  it('takes no memory for a length the file does not have', () => {
    for (const length of [0, 27, 283, 2 ** 31, 2 ** 32 - 1])
      expect(read(concat(u32(length), new Uint8Array(400))).state).toBe('torn');
  });
});

describe('a file sealed as a stream', () => {
  const open = (file: Uint8Array, kind: 'snapshot' | 'segment' = 'snapshot') =>
    openStream((epoch) => (epoch === 1 ? dataKey : undefined), kind, fileId, vaultId, file);
  const sealed = (content: Uint8Array) => concat(...sealStream(dataKey, preambleOf('snapshot'), vaultId, content));

  it.each([0, 1, 262_143, 262_144, 262_145, 600_000])('gives back %i bytes', async (length) => {
    const content = new Uint8Array(randomBytes(length));
    expect(Buffer.compare((await open(sealed(content))) ?? Buffer.of(1), content)).toBe(0);
  });

  it('does not open when chunks are missing, exchanged or added', async () => {
    const file = sealed(new Uint8Array(randomBytes(600_000)));
    const chunk = 4 + 12 + 262_400 + 16;
    const [head, one, two] = [0, preambleLength, preambleLength + chunk].map((start, number) =>
      file.subarray(start, number === 0 ? preambleLength : start + chunk),
    );
    const last = file.subarray(preambleLength + 2 * chunk);
    const parts = [head, one, two, last].map((part) => part ?? new Uint8Array());
    const [a, b, c, d] = [parts[0] ?? last, parts[1] ?? last, parts[2] ?? last, last];
    expect(await open(concat(a, b, c, d))).toBeDefined();
    for (const wrong of [concat(a, b, c), concat(a, b), a, concat(a, c, b, d), concat(a, b, c, d, d), concat(a, b, d)])
      expect(await open(wrong)).toBeUndefined();
    expect(await open(file, 'segment')).toBeUndefined();
  });
});

describe('the clock', () => {
  it('never runs backwards, whatever the machine and other devices say', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ wall: fc.nat(10_000), seen: fc.option(fc.nat(20_000)) })), (moments) => {
        let wall = 0;
        const clock = new HybridClock(() => wall);
        let last = clock.last;
        for (const moment of moments) {
          ({ wall } = moment);
          if (moment.seen !== null) clock.observe(makeStamp(moment.seen, 7));
          const stamp = clock.tick();
          expect(stamp).toMatch(stampPattern);
          expect(stamp > last).toBe(true);
          expect(moment.seen === null || stamp > makeStamp(moment.seen, 7)).toBe(true);
          last = stamp;
        }
      }),
    );
  });

  it('borrows a millisecond when a thousand things happen in one', () => {
    const clock = new HybridClock(() => 5, makeStamp(5, 0xffff));
    expect(stampMilliseconds(clock.tick())).toBe(6);
  });
});

describe('the printed recovery key', () => {
  it('is read back in any case, with any separators and with the letters people confuse', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seed) => {
        const printed = printRecoveryKey(seed);
        expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(readRecoveryKey(printed)).toEqual(seed);
        const typed = printed.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ');
        expect(readRecoveryKey(` ${typed}\n`)).toEqual(seed);
      }),
    );
  });

  it('is refused with any one letter wrong, missing or exchanged with its neighbour', () => {
    const printed = printRecoveryKey(newRecoverySeed()).replaceAll('-', '');
    for (let at = 0; at < printed.length; at += 1) {
      const letter = printed.charAt(at);
      const other = letter === 'Z' ? 'A' : 'Z';
      const wrong = [
        printed.slice(0, at) + other + printed.slice(at + 1),
        printed.slice(0, at) + printed.slice(at + 1),
      ];
      const next = printed.charAt(at + 1);
      if (next !== '' && next !== letter) wrong.push(printed.slice(0, at) + next + letter + printed.slice(at + 2));
      for (const typed of wrong)
        expect(() => readRecoveryKey(typed)).toThrow(expect.objectContaining({ code: 'recovery-key-wrong' }));
    }
  });
});

describe('a header', () => {
  it('that is too large, no JSON, or of another make is refused before anything is done with it', () => {
    const states = [
      new Uint8Array(largestHeader + 1),
      Buffer.from('{'),
      Buffer.from('null'),
      Buffer.from('{"magic":"sinergi-vault","format":1}'),
    ].map((file) => readHeader(file).state);
    expect(states).toEqual(['damaged', 'damaged', 'damaged', 'damaged']);
    expect(readHeader(Buffer.from('{"magic":"sinergi-vault","format":2}')).state).toBe('version-unknown');
  });
});

describe('canonical JSON', () => {
  it('writes one value in one way', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (value) => {
        const backwards = Object.fromEntries(
          Object.entries(value).reduceRight<[string, string | number | boolean][]>((all, entry) => [...all, entry], []),
        );
        expect(canonicalJson(backwards)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual({ ...value });
      }),
    );
    expect(canonicalJson({ b: [1, null], a: 'ä', c: undefined })).toBe('{"a":"ä","b":[1,null]}');
    expect(() => canonicalJson(0.5)).toThrow(RangeError);
  });
});

describe('an identifier', () => {
  it('sorts by time and keeps its bytes', () => {
    const [early, late] = [newId(1_700_000_000_000), newId(1_700_000_000_001)];
    expect(early < late).toBe(true);
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidText(uuidBytes(early))).toBe(early);
  });
});
