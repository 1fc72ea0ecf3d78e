import { createHash } from 'node:crypto';
import { base64Of, canonical, type Fields, fieldsOf, listOf, numberOf, parseJson, textOf, without } from './json.ts';
import { signed } from './keys.ts';
import { idOf } from './sealed-file.ts';

/** The sections "Snapshot" to "Audit log" of docs/vault-format.md. */
export interface State {
  readonly document: Record<string, Record<string, Fields>>;
  readonly history: Record<string, Fields[]>;
  readonly segments: Fields[];
}

export function readSnapshot(content: Buffer): State {
  const { document, history, segments } = fieldsOf(parseJson(content));
  const each = <T>(value: unknown, read: (item: unknown) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(fieldsOf(value)).map(([name, item]) => [name, read(item)]));
  return {
    document: each(document, (records) => each(records, fieldsOf)),
    history: each(history, (steps) => listOf(steps).map(fieldsOf)),
    segments: listOf(segments).map(fieldsOf),
  };
}

export interface Transaction {
  readonly device: string;
  readonly head: Fields;
  readonly operations: readonly Fields[];
  /** SHA-256 of the operations as they are written, for the audit entry that names it. */
  readonly digest: string;
}

export function readTransactions(payload: Buffer, device: string): Transaction[] {
  const transactions: Transaction[] = [];
  for (let offset = 0; offset < payload.length; ) {
    const part = (): Buffer => {
      const end = offset + 4 + payload.readUInt32BE(offset);
      const bytes = payload.subarray(offset + 4, end);
      offset = end;
      return bytes;
    };
    const head = fieldsOf(parseJson(part()));
    const written = part();
    const digest = createHash('sha256').update(written).digest('hex');
    transactions.push({ device, head, operations: listOf(parseJson(written)).map(fieldsOf), digest });
  }
  return transactions;
}

export function fold(state: State, transactions: readonly Transaction[]): void {
  const order = ({ head, device }: Transaction): string => textOf(head['stamp']) + device;
  const sorted = [...transactions].sort((left, right) => (order(left) < order(right) ? -1 : 1));
  for (const { head, operations, device } of sorted) {
    for (const operation of operations) apply(state, operation, head, device);
    const replaced = listOf(head['replaced'] ?? []);
    const kept = state.segments.filter(({ file }) => !replaced.includes(file));
    state.segments.splice(0, state.segments.length, ...kept, ...listOf(head['segments']).map(fieldsOf));
  }
}

const changes = new Map([
  ['change', 'changed'],
  ['remove', 'removed'],
  ['restore', 'restored'],
]);

function apply(state: State, operation: Fields, { at, by, stamp }: Fields, device: string): void {
  const [collection, id, kind] = [operation['collection'], operation['id'], operation['kind']].map(textOf);
  const records = (state.document[collection ?? ''] ??= {});
  if (kind === 'erase') {
    delete records[id ?? ''];
    delete state.history[`${collection}/${id}`];
    return;
  }
  if (records[id ?? ''] === undefined && kind !== 'create') return;
  const before = records[id ?? ''] ?? {};
  const set = fieldsOf(operation['set']);
  const unset = listOf(operation['unset']).map(textOf);
  const version = Number(before['version'] ?? 0) + 1;
  const after = {
    ...without(
      { createdAt: at, createdBy: by, ...before, ...set },
      ...unset,
      ...(kind === 'restore' ? ['removed'] : []),
    ),
    ...(kind === 'remove' ? { removed: { at, by } } : {}),
    id,
    version,
    changedAt: at,
    changedBy: by,
  };
  records[id ?? ''] = after;
  const change = changes.get(kind ?? '');
  if (change === undefined) return;
  const held = fieldsOf(after);
  const fields = [...Object.keys(set), ...unset]
    .map((field) => ({ field, before: before[field], after: held[field] }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
  (state.history[`${collection}/${id}`] ??= []).push({ stamp, device, version, at, by, change, fields });
}

const columnsOf: Readonly<Record<string, string>> = {
  visits:
    'visitorId inmateId queueNumber relation visitorName nationalId phone address inmateName registrationNumber cell',
  goods:
    'inmateId visitorId item quantity unit visitorName nationalId phone address relation inmateName registrationNumber cell note',
  calls: 'inmateId number calledName relation duration unit inmateName registrationNumber cell note',
  finds: 'inmateId item quantity unit place inmateName registrationNumber cell finder note',
  moves: 'inmateId toCell inmateName registrationNumber cell reason note',
};

/** Every row of a segment: its id, day, minute and texts; `kind` unless it is a visit. */
export function readSegment(content: Buffer): Fields[] {
  const visits: Fields[] = [];
  let offset = 0;
  const take = (length: number): Buffer => content.subarray(offset, (offset += length));
  while (offset < content.length) {
    const head = fieldsOf(parseJson(take(take(4).readUInt32BE(0))));
    const rows = numberOf(head['rows']);
    const [dates, sourceRows, times] = [take(rows * 4), take(rows * 4), take(rows * 2)];
    const { kind } = head;
    const columns = (columnsOf[kind === undefined ? 'visits' : textOf(kind)] ?? '').split(' ');
    const texts = columns.map(() => readTexts(take, rows));
    for (let row = 0; row < rows; row += 1) {
      const sourceRow = sourceRows.readInt32LE(row * 4);
      visits.push({
        ...(kind === undefined ? {} : { kind }),
        id: `${textOf(head['importId'])}:${sourceRow}`,
        day: dates.readInt32LE(row * 4),
        minute: times.readInt16LE(row * 2),
        ...Object.fromEntries(columns.map((name, number) => [name, texts[number]?.[row]])),
      });
    }
  }
  return visits;
}

function readTexts(take: (length: number) => Buffer, rows: number): string[] {
  const head = take(10);
  const [encoding, width, count, length] = [head[0], head[1] ?? 1, head.readUInt32BE(2), head.readUInt32BE(6)];
  const ends = take(encoding === 0 ? count * 4 : 0);
  const bytes = take(length);
  const distinct = Array.from({ length: count }, (_, number) =>
    encoding === 1
      ? idOf(bytes.subarray(number * 16, number * 16 + 16))
      : bytes
          .subarray(number === 0 ? 0 : ends.readUInt32LE(number * 4 - 4), ends.readUInt32LE(number * 4))
          .toString('utf8'),
  );
  const numbers = take(rows * width);
  return Array.from({ length: rows }, (_, row) => distinct[numbers.readUIntLE(row * width, width)] ?? '');
}

/** Checks order, hashes and signatures of a chain from `first` on. @returns the last hash */
export function requireChain(entries: readonly Fields[], first: Fields, officers: readonly Fields[]): string {
  let [count, head] = [numberOf(first['count']), textOf(first['head'])];
  for (const entry of entries) {
    const hash = createHash('sha256')
      .update(canonical(without(entry, 'hash', 'signature')))
      .digest();
    const follows = entry['sequence'] === count + 1 && entry['previous'] === head;
    if (!follows || entry['hash'] !== hash.toString('hex')) throw new Error(`audit entry ${count + 1} does not follow`);
    const actor = officers.find((officer) => officer['id'] === entry['actor']);
    const keys = actor === undefined ? [] : [actor['signKey'], ...listOf(actor['retiredSignKeys'])].map(base64Of);
    if (!keys.some((key) => signed('audit', key, hash, base64Of(entry['signature']))))
      throw new Error(`audit entry ${count + 1} is not signed by its actor`);
    [count, head] = [count + 1, textOf(entry['hash'])];
  }
  return head;
}
