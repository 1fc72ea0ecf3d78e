import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  fold,
  readSegment,
  readSnapshot,
  readTransactions,
  requireChain,
  type State,
  type Transaction,
} from './content.ts';
import { base64Of, canonical, type Fields, fieldsOf, listOf, parseJson, textOf, without } from './json.ts';
import { membersOf, openKeys, openSealed, type Way } from './keys.ts';
import { deviceOf, type Kind, logPayloads, type SealedFile, streamContent } from './sealed-file.ts';

/**
 * A second reader of vaults, written from docs/vault-format.md alone: it knows nothing of the program. What it cannot find
 * in the document, the document has to be given.
 */
export interface ReadVault extends State {
  readonly names: Fields;
  readonly visits: readonly Fields[];
  /** Rows of all other registers. */
  readonly events: readonly Fields[];
  /** One chain after the other, checked. */
  readonly audit: readonly Fields[];
  /** Content of every file by the id of its record, checked. */
  readonly contents: ReadonlyMap<string, Buffer>;
  /** What the register of sources says, to whom it opens. */
  readonly sources: readonly unknown[];
}

export interface ReadOptions {
  /** `header.copy.json` where the header itself is gone. */
  readonly header?: string;
  /** Where files come from, when not from this machine's disk. */
  readonly read?: (path: string) => Promise<Uint8Array>;
}

async function readHeader(path: string, read: NonNullable<ReadOptions['read']>): Promise<Fields> {
  const header = fieldsOf(parseJson(await read(path)));
  if (header['magic'] !== 'sinergi-vault' || header['format'] !== 1) throw new Error('not a vault of format 1');
  const digest = createHash('sha256')
    .update(canonical(without(header, 'checksum', 'mac')))
    .digest('hex');
  if (digest !== header['checksum']) throw new Error('the header is damaged');
  return header;
}

const places = {
  snapshot: 'data/*.snap',
  journal: 'data/*.jrnl',
  segment: 'segments/*.seg',
  audit: 'audit/*.alog',
  blob: 'blobs/*.blob',
};

export async function readVault(folder: string, way: Way, options: ReadOptions = {}): Promise<ReadVault> {
  const { read = readFile } = options;
  const header = await readHeader(join(folder, options.header ?? 'header.json'), read);
  const vaultId = textOf(header['vaultId']);
  const keys = await openKeys(header, way);
  const { dataKeys, names } = keys;
  const fileOf = async (kind: Kind, fileId: string): Promise<SealedFile> => {
    const bytes = await read(join(folder, places[kind].replace('*', fileId)));
    return { vaultId, kind, fileId, dataKeys, bytes: Buffer.from(bytes) };
  };
  const files = fieldsOf(header['files']);
  const state = readSnapshot(streamContent(await fileOf('snapshot', textOf(files['snapshot']))));

  const transactions: Transaction[] = [];
  for (const { device, file } of listOf(files['journals']).map(fieldsOf)) {
    const journal = await fileOf('journal', textOf(file));
    if (deviceOf(journal) !== device) throw new Error('a journal of another device');
    transactions.push(...logPayloads(journal).flatMap((payload) => readTransactions(payload, textOf(device))));
  }
  fold(state, transactions);

  const [visits, events]: [Fields[], Fields[]] = [[], []];
  for (const { file, kind } of state.segments)
    (kind === undefined ? visits : events).push(...readSegment(streamContent(await fileOf('segment', textOf(file)))));

  const contents = new Map<string, Buffer>();
  for (const [id, { blob, bytes, sha256 }] of Object.entries(state.document['files'] ?? {})) {
    if (blob === undefined) continue;
    const { file, key } = fieldsOf(blob);
    const content = streamContent({ ...(await fileOf('blob', textOf(file))), blobKey: base64Of(key) });
    if (content.length !== bytes || createHash('sha256').update(content).digest('hex') !== sha256)
      throw new Error('a file is not what was taken in');
    contents.set(id, content);
  }

  const officers = membersOf(header);
  const audit: Fields[] = [];
  for (const { file, first } of listOf(files['audit']).map(fieldsOf)) {
    const entries = logPayloads(await fileOf('audit', textOf(file))).map((payload) => fieldsOf(parseJson(payload)));
    requireChain(entries, fieldsOf(first), officers);
    audit.push(...entries);
  }
  requireChanges(audit, transactions);
  const sealed = ['sources', 'sourceContacts'].flatMap((collection) =>
    Object.values(state.document[collection] ?? {}).map((record) => openSealed(keys, vaultId, collection, record)),
  );
  return {
    ...state,
    names,
    visits,
    events,
    contents,
    audit,
    sources: sealed.filter((content) => content !== undefined),
  };
}

/** Every change in the journals is the one an audit entry signed. */
function requireChanges(audit: readonly Fields[], transactions: readonly Transaction[]): void {
  const digests = new Set(
    audit.flatMap(({ change }) => (change === undefined ? [] : [fieldsOf(change)['operations']])),
  );
  for (const { digest } of transactions) if (!digests.has(digest)) throw new Error('a change nobody signed');
}
