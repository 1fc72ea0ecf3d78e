/** Version of everything on disk; a reader refuses what it does not know. */
export const formatVersion = 1;

/** First bytes of every sealed file. */
export const fileMagic = 'SNGV';

/** What a sealed file holds, as one byte of its preamble. */
export const fileKinds = { journal: 1, snapshot: 2, segment: 3, audit: 4, blob: 5 } as const;
export type FileKind = keyof typeof fileKinds;

/** Plaintext is padded to a multiple of this many bytes, so that a frame tells little about what is in it. */
export const paddingStep = 256;

/** Plaintext bytes in each chunk of a snapshot or segment. */
export const chunkLength = 256 * 1024;

/** Plaintext bytes in each chunk of a blob. */
export const blobChunk = 64 * 1024;

/** No frame is larger, whatever its length field says; one transaction has to fit. */
export const largestFrame = 256 * 1024 * 1024;
/** What fits into it beside nonce, tag, length and padding. */
export const largestPayload = largestFrame - 1024;

/** A header beyond this is not read: the largest possible, with every officer, is far smaller. */
export const largestHeader = 4 * 1024 * 1024;

export const headerName = 'header.json';
export const headerCopyName = 'header.copy.json';
export const lockName = '.lock';
/** Wrong passphrases in a row; see `attempts.ts`. */
export const attemptsName = '.attempts';
/** The manifest a vault was restored from, byte for byte. */
export const restoredName = 'restored-from.json';
/** Folders of a vault; `aside` keeps what was cut off after a crash. */
export const folders = { data: 'data', segments: 'segments', audit: 'audit', blobs: 'blobs', aside: 'aside' } as const;
