import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameBinding, envelopeHashOf } from '../../../electron/services/exchange/package/seal-package.ts';
import {
  boxContext,
  envelopeLength,
  partHashLength,
  partPreamble,
} from '../../../electron/services/exchange/package/format.ts';
import { keyIdOf } from '../../../electron/services/exchange/package/key-id.ts';
import { seal } from '../../../electron/vault/crypto/aead.ts';
import { boxTo } from '../../../electron/vault/crypto/box.ts';
import { concat, u32, utf8 } from '../../../electron/vault/crypto/bytes.ts';
import { publicHalf } from '../../../electron/vault/crypto/raw-keys.ts';
import { signAs } from '../../../electron/vault/crypto/signing.ts';
import { sha256 } from '../../../electron/vault/format/canonical.ts';
import { signedBytes } from '../../../electron/services/exchange/package/format.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { PackageItem } from '../../../shared/domain/exchange/item.ts';
import { inventedAgency, manifestOf, opened, sealedParts, someItems } from '../../fixtures/exchange/items.ts';

const lapas = inventedAgency(1);
const polres = inventedAgency(2);
const stranger = inventedAgency(3);
const trusted = [lapas.signer];

const packed = (items: readonly PackageItem[], partSize: number | null = null) => ({
  manifest: manifestOf(lapas, polres),
  items,
  recipientKey: polres.boxKey,
  signSeed: lapas.signSeed,
  partSize,
});

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (failure) {
    if (failure instanceof SinergiError) return failure.code;
    throw failure;
  }
  return 'none';
}

const oneItem: PackageItem = {
  type: 'person',
  id: lapas.agencyId,
  version: 1,
  handling: { code: 'P' },
  origins: [],
  withheld: [],
  fields: {
    name: 'Citra Lesmana',
    aliases: [],
    nationalIds: [],
    phones: [],
    addresses: [],
    roles: [{ kind: 'visitor' }],
    notes: 'x'.repeat(3000),
  },
};

/** A part around whatever lies between, with a hash that fits: as somebody makes it who knows the format. */
function partAround(packageId: string, content: Uint8Array): Uint8Array {
  const part = concat(partPreamble(packageId, 1, 1), content);
  return concat(part, sha256(part));
}

/** A package made by hand: everything in order but what a test puts into it. */
function handmade(plaintext: (packageId: string) => Uint8Array): Uint8Array {
  const { packageId } = manifestOf(lapas, polres);
  const key = new Uint8Array(randomBytes(32));
  const box = boxTo(polres.boxKey, key, boxContext(packageId));
  const envelope = concat(keyIdOf(polres.boxKey), box.ephemeral, box.sealed);
  const frame = seal(key, plaintext(packageId), frameBinding(envelopeHashOf(packageId, envelope), 0, true));
  return partAround(packageId, concat(envelope, frame));
}

const signedHead = (packageId: string, manifest: Uint8Array, signer = lapas): Uint8Array =>
  concat(
    publicHalf('ed25519', signer.signSeed),
    signAs('package', signer.signSeed, signedBytes(packageId, polres.boxKey, manifest)),
    u32(manifest.length),
    manifest,
  );

describe('a package', () => {
  it('gives back exactly what was put into it, in one file or in parts in any order', async () => {
    await fc.assert(
      fc.asyncProperty(someItems, fc.option(fc.integer({ min: 4096, max: 9000 })), async (items, partSize) => {
        const parts = await sealedParts(packed(items, partSize));
        expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(partSize ?? Infinity);
        const { manifest, items: read, files } = opened(parts.toReversed(), polres, trusted);
        expect(read).toEqual(items);
        const told = items.flatMap((item) => (item.type === 'file' ? [item.fields.sha256] : []));
        expect(files.map((file) => createHash('sha256').update(file).digest('hex'))).toEqual(told);
        expect(manifest.content.entries).toBe(items.length);
      }),
      { numRuns: 150 },
    );
  });

  it('holds what does not fit into one frame', async () => {
    const items = Array.from(
      { length: 60 },
      (_, number): PackageItem => ({
        ...oneItem,
        id: inventedAgency(number + 10).agencyId,
      }),
    );
    const [whole] = await sealedParts(packed(items));
    expect(whole?.length).toBeGreaterThan(128 * 1024);
    expect(opened([whole ?? new Uint8Array(0)], polres, trusted).items).toEqual(items);
  });

  it('tells nobody on its way who sent it or what is in it', async () => {
    const [whole] = await sealedParts(packed([oneItem]));
    const seen = Buffer.from(whole ?? []);
    for (const told of ['Citra', lapas.name, lapas.agencyId, polres.agencyId, 'Tindak'])
      expect(seen.includes(told)).toBe(false);
  });

  it('opens for nobody but its receiver', async () => {
    const parts = await sealedParts(packed([oneItem]));
    expect(refusalOf(() => opened(parts, stranger, trusted))).toBe('package-not-for-us');
  });

  it('is not believed of somebody unknown, of somebody revoked, or in the name of another', async () => {
    const parts = await sealedParts(packed([oneItem]));
    expect(refusalOf(() => opened(parts, polres, [stranger.signer]))).toBe('package-sender-unknown');
    expect(refusalOf(() => opened(parts, polres, [{ ...lapas.signer, revoked: true }]))).toBe('package-sender-revoked');
    const pretending = await sealedParts({ ...packed([oneItem]), signSeed: stranger.signSeed });
    expect(refusalOf(() => opened(pretending, polres, [lapas.signer, stranger.signer]))).toBe(
      'package-content-invalid',
    );
  });

  it('is refused when its signature is another package’s, or somebody else’s under the sender’s key', () => {
    const manifest = utf8(JSON.stringify({ format: 1, ...manifestOf(lapas, polres) }));
    const borrowed = handmade((packageId) => {
      const head = signedHead(stranger.agencyId, manifest);
      expect(packageId).not.toBe(stranger.agencyId);
      return head;
    });
    expect(refusalOf(() => opened([borrowed], polres, trusted))).toBe('package-signature-wrong');
    const forged = handmade((packageId) => {
      const head = signedHead(packageId, manifest, stranger);
      head.set(publicHalf('ed25519', lapas.signSeed));
      return head;
    });
    expect(refusalOf(() => opened([forged], polres, trusted))).toBe('package-signature-wrong');
  });

  it('of a later format is refused without looking further', async () => {
    const [whole = new Uint8Array(0)] = await sealedParts(packed([oneItem]));
    const later = new Uint8Array(whole);
    later[4] = 4;
    expect(refusalOf(() => opened([later], polres, trusted))).toBe('package-version-unknown');
  });
});

describe('the parts of a package', async () => {
  const parts = await sealedParts(packed([oneItem, { ...oneItem, id: stranger.agencyId }], 4096));
  const other = await sealedParts(packed([oneItem], 4096));

  it('say which one is missing', () => {
    expect(parts.length).toBeGreaterThan(2);
    expect(refusalOf(() => opened([...parts.slice(0, 1), ...parts.slice(2)], polres, trusted))).toBe(
      'package-part-missing',
    );
  });

  it('say which one the medium damaged', () => {
    const broken = parts.map((part) => new Uint8Array(part));
    const second = broken[1];
    if (second !== undefined) second[second.length - 40] = 1 ^ (second[second.length - 40] ?? 0);
    expect(() => opened(broken, polres, trusted)).toThrow(
      expect.objectContaining({ code: 'package-part-damaged', details: { part: 2, of: parts.length } }),
    );
  });

  it('of different packages are not joined, nor one part twice', () => {
    expect(refusalOf(() => opened([...parts.slice(0, 1), ...other.slice(1)], polres, trusted))).toBe(
      'package-parts-mixed',
    );
    expect(refusalOf(() => opened([...parts, ...parts.slice(0, 1)], polres, trusted))).toBe('package-parts-mixed');
  });
});

describe('a hostile package', async () => {
  const [whole = new Uint8Array(0)] = await sealedParts(packed([oneItem]));
  const expected = new Set([
    'package-unreadable',
    'package-version-unknown',
    'package-part-missing',
    'package-part-damaged',
    'package-not-for-us',
    'package-damaged',
  ]);

  it('changed in any way at all is refused with a reason, and nothing is taken from it', () => {
    let seed = 20_260_302;
    const dice = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const mutations: ((bytes: Uint8Array) => Uint8Array)[] = [
      (bytes) => {
        const place = dice(bytes.length);
        bytes[place] = (bytes[place] ?? 0) ^ (1 << dice(8));
        return bytes;
      },
      (bytes) => bytes.slice(0, dice(bytes.length)),
      (bytes) => concat(bytes, new Uint8Array(1 + dice(300)).fill(dice(256))),
      (bytes) => {
        const [from, to, length] = [dice(bytes.length), dice(bytes.length), 1 + dice(64)];
        bytes.copyWithin(to, from, from + length);
        return bytes;
      },
      (bytes) => bytes.fill(dice(256), dice(bytes.length), dice(bytes.length) + 8),
    ];
    const met = new Map<string, number>();
    for (let run = 0; run < 10_000; run += 1) {
      const mutation = mutations[run % mutations.length];
      let bytes = mutation?.(new Uint8Array(whole)) ?? whole;
      // Half of them by somebody who knows the format and puts the right hash at the end.
      if (run % 2 === 0 && bytes.length > partHashLength) {
        const content = bytes.slice(0, -partHashLength);
        bytes = concat(content, sha256(content));
      }
      if (Buffer.compare(bytes, whole) === 0) continue;
      const code = refusalOf(() => opened([bytes], polres, trusted));
      met.set(code, (met.get(code) ?? 0) + 1);
    }
    expect([...met.keys()].filter((code) => !expected.has(code))).toEqual([]);
    expect(met.get('package-damaged')).toBeGreaterThan(1000);
    expect(met.get('package-part-damaged')).toBeGreaterThan(1000);
  }, 60_000);

  it('may claim any length: no room is made for what is not there', () => {
    const before = process.memoryUsage().arrayBuffers;
    for (const length of [2 ** 32 - 1, 2 ** 31, 256 * 1024, 5000]) {
      const lying = handmade((packageId) => {
        const head = signedHead(packageId, utf8('{}'));
        head.set(u32(length), 96);
        return head;
      });
      expect(['package-damaged', 'package-too-large']).toContain(refusalOf(() => opened([lying], polres, trusted)));
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  });

  it('signed by a trusted agency may still hold nothing but what the format allows', () => {
    const base = manifestOf(lapas, polres);
    const whose = (change: object, entries: Uint8Array = new Uint8Array(0)) =>
      handmade((packageId) => {
        const content = { entries: 0, bytes: 0, sha256: Buffer.from(sha256(entries)).toString('hex') };
        const counts = { person: 0, case: 0, link: 0, visits: 0 };
        const manifest = utf8(JSON.stringify({ format: 1, ...base, packageId, content, counts, ...change }));
        return concat(signedHead(packageId, manifest), entries);
      });
    const entry = (text: string): Uint8Array => concat(u32(utf8(text).length), utf8(text));
    const told = (bytes: Uint8Array, entries = 1, person = 1) => ({
      counts: { person, case: 0, link: 0, visits: 0 },
      content: { entries, bytes: bytes.length, sha256: Buffer.from(sha256(bytes)).toString('hex') },
    });
    const of = (bytes: Uint8Array, entries = 1, person = 1) => whose(told(bytes, entries, person), bytes);
    const nested = entry(`${'['.repeat(25_000)}${']'.repeat(25_000)}`);
    const plain = JSON.stringify(oneItem);
    const hostile = {
      unknownMember: whose({ more: 1 }),
      nested: of(nested),
      notJson: of(entry('{"type":"person"')),
      unknownType: of(entry('{"type":"sources","id":"x"}')),
      prototype: of(entry(plain.replace('"origins"', '"__proto__":{"a":1},"origins"'))),
      pathAsId: of(entry(plain.replace(oneItem.id, '../../header.json'))),
      twice: of(concat(entry(plain), entry(plain)), 2, 2),
      wrongCount: of(entry(plain), 1, 0),
      fewerThanTold: whose({ content: { entries: 400_000, bytes: 2 ** 28, sha256: 'a'.repeat(64) } }),
      moreThanAllowed: whose({ content: { entries: 1, bytes: 2 ** 40, sha256: 'a'.repeat(64) } }),
      hidden: whose({}, utf8('something behind the end')),
    };
    const codes = Object.fromEntries(
      Object.entries(hostile).map(([name, bytes]) => [name, refusalOf(() => opened([bytes], polres, trusted))]),
    );
    expect(codes).toEqual({
      unknownMember: 'package-content-invalid',
      nested: 'package-content-invalid',
      notJson: 'package-content-invalid',
      unknownType: 'package-content-invalid',
      prototype: 'package-content-invalid',
      pathAsId: 'package-content-invalid',
      twice: 'package-content-invalid',
      wrongCount: 'package-content-invalid',
      fewerThanTold: 'package-damaged',
      moreThanAllowed: 'package-too-large',
      hidden: 'package-damaged',
    });
  });

  it('may say of a file what is not true of it, and is refused', () => {
    const bytes = utf8('isi berkas');
    const right = createHash('sha256').update(bytes).digest('hex');
    const told = (fields: object, fileBytes: number) =>
      handmade((packageId) => {
        const item = {
          type: 'file',
          id: stranger.agencyId,
          version: 1,
          handling: { code: 'P' },
          origins: [],
          withheld: [],
          on: { collection: 'people', id: lapas.agencyId },
          fields: { name: 'foto.jpg', bytes: bytes.length, sha256: right, ...fields },
        };
        const text = utf8(JSON.stringify(item));
        const entry = concat(u32(text.length), text);
        const content = {
          entries: 1,
          bytes: entry.length,
          fileBytes,
          sha256: createHash('sha256').update(entry).digest('hex'),
        };
        const counts = { person: 0, case: 0, link: 0, visits: 0, report: 0, file: 1 };
        const manifest = { format: 2, ...manifestOf(lapas, polres), packageId, content, counts };
        return concat(signedHead(packageId, utf8(JSON.stringify(manifest))), entry, bytes);
      });
    const refused = (part: Uint8Array): string => refusalOf(() => opened([part], polres, trusted));
    expect(refused(told({}, bytes.length))).toBe('none');
    expect(refused(told({ sha256: 'a'.repeat(64) }, bytes.length))).toBe('package-damaged');
    expect(refused(told({ bytes: 5 }, bytes.length))).toBe('package-content-invalid');
    expect(refused(told({ bytes: 2 ** 30 }, 2 ** 30))).toBe('package-damaged');
    expect(refused(told({ bytes: 2 ** 40 }, 2 ** 40))).toBe('package-too-large');
    expect(refused(told({ name: '' }, bytes.length))).toBe('package-content-invalid');
    expect(refused(told({ bytes: 0, sha256: createHash('sha256').digest('hex') }, 0))).toBe('package-damaged');
  });

  it.each([
    [1, { person: 1, case: 0, link: 0, visits: 0 }],
    [2, { person: 1, case: 0, link: 0, visits: 0, report: 0, file: 0 }],
  ] as const)('of format %i is still read', (format, counts) => {
    const text = utf8(JSON.stringify(oneItem));
    const entry = concat(u32(text.length), text);
    const made = handmade((packageId) => {
      const content = {
        entries: 1,
        bytes: entry.length,
        sha256: createHash('sha256').update(entry).digest('hex'),
      };
      const manifest = { format, ...manifestOf(lapas, polres), packageId, content, counts };
      return concat(signedHead(packageId, utf8(JSON.stringify(manifest))), entry);
    });
    const before = made.slice(0, -partHashLength);
    before[4] = format;
    const { items, manifest } = opened([concat(before, sha256(before))], polres, trusted);
    expect(items).toEqual([oneItem]);
    expect(manifest.counts).toMatchObject({ person: 1, file: 0, meeting: 0, commitment: 0 });
  });

  it('sealed to a key of small order is refused', () => {
    const { packageId } = manifestOf(lapas, polres);
    const envelope = concat(keyIdOf(polres.boxKey), new Uint8Array(32), new Uint8Array(60));
    expect(envelope).toHaveLength(envelopeLength);
    const bytes = partAround(packageId, concat(envelope, new Uint8Array(100)));
    expect(refusalOf(() => opened([bytes], polres, trusted))).toBe('package-damaged');
  });
});
