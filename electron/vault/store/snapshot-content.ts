import { z } from 'zod';
import { idSchema } from '../../../shared/domain/basics.ts';
import { type CollectionName, collectionNameSchema, recordSchemas } from '../../../shared/domain/document.ts';
import { concat, utf8 } from '../crypto/bytes.ts';
import { stampPattern } from '../format/clock.ts';
import { JsonCursor } from '../format/json-cursor.ts';
import { type SegmentReference, segmentReferenceSchema } from '../format/journal.ts';
import { createSlices, type Slices } from '../slices.ts';
import { emptyState, freezeDeeply, type Origin, originSchema, pastSchema, type VaultState } from './state.ts';

/** Collections every snapshot holds; the others came later, and older snapshots are without them. */
const fromTheBeginning: readonly CollectionName[] = [
  'people',
  'cases',
  'links',
  'charts',
  'visitCorrections',
  'imports',
  'mappings',
  'settings',
];
const members = ['document', 'history', 'newest', 'segments', 'retired', 'stamp'] as const;
const memberSchema = z.enum(members);
const historySchema = z.array(pastSchema);
const segmentsSchema = z.array(segmentReferenceSchema);
const retiredSchema = z.array(idSchema);
const stampSchema = z.string().regex(stampPattern);

export type EarlySegments = (segments: readonly SegmentReference[]) => Promise<void>;

const recordsAtOnce = 500;

/**
 * A snapshot's content as JSON, `{segments, document, history, newest, retired, stamp}`, written in slices. Nothing may
 * change meanwhile.
 */
export async function stateBytes(state: VaultState): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const slices = createSlices();
  const write = (text: string): void => void pieces.push(utf8(text));
  async function writeMembers(entries: Readonly<Record<string, unknown>>): Promise<void> {
    write('{');
    let text: string[] = [];
    let first = true;
    const flush = (): void => {
      if (text.length === 0) return;
      write(`${first ? '' : ','}${text.join(',')}`);
      first = false;
      text = [];
    };
    for (const name of Object.keys(entries)) {
      text.push(`${JSON.stringify(name)}:${JSON.stringify(entries[name])}`);
      if (text.length < recordsAtOnce && !slices.due()) continue;
      flush();
      if (slices.due()) await slices.pause();
    }
    flush();
    write('}');
  }

  const { segments, retired, stamp } = state;
  write(`{"segments":${JSON.stringify(segments)},"document":{`);
  for (const [place, [collection, records]] of Object.entries(state.document).entries()) {
    write(`${place === 0 ? '' : ','}${JSON.stringify(collection)}:`);
    await writeMembers(records);
  }
  write('},"history":');
  await writeMembers(state.history);
  write(`,"newest":${JSON.stringify(await originGroups(state.newest, slices))}`);
  write(`,${JSON.stringify({ retired, stamp }).slice(1)}`);
  return concat(...pieces);
}

/** Grouped, because an import gives thousands of records one origin. */
async function originGroups(newest: VaultState['newest'], slices: Slices): Promise<object[]> {
  const groups = new Map<string, Origin & { records: string[] }>();
  for (const [key, { stamp, device }] of newest) {
    const group = groups.get(stamp + device);
    if (group === undefined) groups.set(stamp + device, { stamp, device, records: [key] });
    else group.records.push(key);
    if (slices.due()) await slices.pause();
  }
  return [...groups.values()];
}

/**
 * Reads and checks a snapshot's content record by record, in slices.
 *
 * @param early told the segments when they stand before the records
 * @returns `undefined` when an authentic snapshot does not hold this format
 */
export async function readState(bytes: Uint8Array, early?: EarlySegments): Promise<VaultState | undefined> {
  try {
    return await readMembers(new JsonCursor(bytes), createSlices(), early);
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof z.ZodError) return undefined;
    throw cause;
  }
}

async function readMembers(cursor: JsonCursor, slices: Slices, early?: EarlySegments): Promise<VaultState> {
  const state = emptyState();
  const seen = new Set<string>();
  for (const name of cursor.names()) {
    seen.add(name);
    switch (memberSchema.parse(name)) {
      case 'document':
        await readDocument(cursor, state, slices);
        break;
      case 'history':
        for (const key of cursor.names()) {
          put(state.history, key, historySchema.parse(cursor.value()));
          if (slices.due()) await slices.pause();
        }
        break;
      case 'newest':
        for (const _ of cursor.elements()) await readOrigin(cursor, state.newest, slices);
        break;
      case 'segments':
        state.segments.push(...segmentsSchema.parse(cursor.value()));
        if (!seen.has('document')) await early?.(state.segments);
        break;
      case 'retired':
        state.retired.push(...retiredSchema.parse(cursor.value()));
        break;
      case 'stamp':
        state.stamp = stampSchema.parse(cursor.value());
        break;
    }
  }
  cursor.end();
  for (const name of members) if (!seen.has(name)) throw new SyntaxError('a snapshot without a member');
  return state;
}

async function readDocument(cursor: JsonCursor, state: VaultState, slices: Slices): Promise<void> {
  const seen = new Set<string>();
  for (const name of cursor.names()) {
    const collection = collectionNameSchema.parse(name);
    seen.add(collection);
    await readRecords(cursor, collection, state.document, slices);
  }
  for (const name of fromTheBeginning) if (!seen.has(name)) throw new SyntaxError('a snapshot without a collection');
}

async function readRecords(
  cursor: JsonCursor,
  collection: CollectionName,
  document: VaultState['document'],
  slices: Slices,
): Promise<void> {
  const schema = recordSchemas[collection];
  const records: Record<string, object> = document[collection];
  for (const id of cursor.names()) {
    const record = schema.parse(cursor.value());
    freezeDeeply(record);
    put(records, id, record);
    if (slices.due()) await slices.pause();
  }
}

async function readOrigin(cursor: JsonCursor, newest: Map<string, Origin>, slices: Slices): Promise<void> {
  const fields: Record<string, unknown> = {};
  const records: string[] = [];
  for (const name of cursor.names())
    if (name === 'records')
      for (const _ of cursor.elements()) {
        records.push(z.string().parse(cursor.value()));
        if (slices.due()) await slices.pause();
      }
    else put(fields, name, cursor.value());
  const origin = originSchema.parse(fields);
  for (const key of records) {
    newest.set(key, origin);
    if (slices.due()) await slices.pause();
  }
}

/** @throws SyntaxError for the one name that would set something else than a member */
function put<T>(into: Record<string, T>, name: string, value: T): void {
  if (name === '__proto__') throw new SyntaxError('not a name of a record');
  into[name] = value;
}
