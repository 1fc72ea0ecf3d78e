import { fileKey, unseal } from './keys.ts';

/** The section "Sealed files" of docs/vault-format.md. */
const kinds = { journal: 1, snapshot: 2, segment: 3, audit: 4, blob: 5 } as const;
export type Kind = keyof typeof kinds;

export interface SealedFile {
  readonly vaultId: string;
  readonly kind: Kind;
  readonly fileId: string;
  readonly dataKeys: ReadonlyMap<number, Uint8Array>;
  /** A blob's own. */
  readonly blobKey?: Uint8Array;
  readonly bytes: Buffer;
}

export const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

export function deviceOf({ bytes }: Pick<SealedFile, 'bytes'>): string {
  return idOf(bytes.subarray(28, 44));
}

/** @returns the payload of every frame; a stream's last frame is bound as such, a log's never */
function frames({ vaultId, kind, fileId, dataKeys, blobKey, bytes }: SealedFile, shape: 'stream' | 'log'): Buffer[] {
  const preamble = bytes.subarray(0, 80);
  const wrong = preamble.subarray(0, 4).toString() !== 'SNGV' || preamble[4] !== 1 || preamble[5] !== kinds[kind];
  if (wrong || idOf(preamble.subarray(12, 28)) !== fileId) throw new Error(`${fileId} is not a ${kind}`);
  const dataKey = blobKey ?? dataKeys.get(preamble.readUInt32BE(8));
  if (dataKey === undefined) throw new Error('a key of an unknown epoch');
  const key = fileKey(dataKey, preamble.subarray(48), kind, vaultId);
  const payloads: Buffer[] = [];
  let before = Buffer.alloc(16);
  for (let offset = 80; offset < bytes.length; ) {
    const end = offset + 4 + bytes.readUInt32BE(offset);
    const sealed = bytes.subarray(offset + 4, end);
    const sequence = Buffer.alloc(8);
    sequence.writeBigUInt64BE(BigInt(payloads.length));
    const last = shape === 'stream' && end === bytes.length ? 1 : 0;
    const plain = unseal(key, sealed, Buffer.concat([preamble, bytesOf(vaultId), sequence, before, Buffer.of(last)]));
    payloads.push(plain.subarray(4, 4 + plain.readUInt32BE(0)));
    before = Buffer.from(sealed.subarray(sealed.length - 16));
    offset = end;
  }
  return payloads;
}

/** Snapshots, segments and blobs. */
export function streamContent(file: SealedFile): Buffer {
  const payloads = frames(file, 'stream');
  if (payloads.length === 0) throw new Error('a stream without a frame');
  return Buffer.concat(payloads);
}

/** Journals and audit logs. */
export const logPayloads = (file: SealedFile): Buffer[] => frames(file, 'log');
