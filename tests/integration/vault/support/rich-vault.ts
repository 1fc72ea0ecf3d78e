import { Readable } from 'node:stream';
import { localKeyDerivation } from '../../../../electron/vault/crypto/key-derivation.ts';
import { createVault } from '../../../../electron/vault/create-vault.ts';
import type { Files } from '../../../../electron/vault/store/files.ts';
import type { EventBatch, VaultPort } from '../../../../electron/vault/port.ts';
import type { FieldsOf } from '../../../../shared/domain/document.ts';
import { eventColumns, type EventKind, eventKinds } from '../../../../shared/domain/event.ts';
import { ungraded } from '../../../../shared/domain/grade.ts';
import type { StoredContent, StoredFile } from '../../../../shared/domain/stored-file.ts';
import { batchOf } from '../../../unit/vault/support/visit-batch.ts';

export const passphrase = 'kata sandi percobaan';
/** Weak on purpose, so that a test can open a vault hundreds of times. */
export const practice = {
  kdf: localKeyDerivation,
  practice: true,
  parameters: { memoryKiB: 64, passes: 1, lanes: 1 },
} as const;
export const note = { action: 'test' };

export const somebody = (name: string, kind: 'inmate' | 'visitor' = 'visitor'): FieldsOf<'people'> => ({
  name,
  aliases: [],
  nationalIds: [],
  phones: [],
  addresses: [],
  roles: [{ kind }],
  notes: '',
  provenance: { kind: 'officer' },
  retention: 'case',
});

const caseOf = (inmate: string, visitor: string): FieldsOf<'cases'> => ({
  title: 'Pemasok Blok F',
  marking: 'rahasia',
  purpose: 'Uji',
  legalBasis: 'Uji',
  notes: '',
  reviewOn: '2026-12-01',
  number: 'BK/0001/III/2026',
  status: 'open',
  members: [
    { personId: inmate, part: 'inmate', note: '', addedAt: '2026-03-02T02:00:00.000Z', addedBy: inmate },
    { personId: visitor, part: 'visitor', note: '', addedAt: '2026-03-02T02:00:00.000Z', addedBy: inmate },
  ],
});

const linkOf = (caseId: string, from: string, to: string): FieldsOf<'links'> => ({
  caseId,
  from,
  to,
  kind: 'visits',
  directed: true,
  status: 'suspected',
  grade: ungraded,
  sources: ['Buku kunjungan'],
  note: '',
});

export interface RichVault {
  readonly recoveryKey: string;
  readonly people: readonly string[];
}

/** Fills an open vault with something of everything a vault can hold; `pieces` imports of one month each get a segment. */
export async function fill(vault: VaultPort, pieces: number): Promise<readonly string[]> {
  const [inmate, visitor] = await vault.transact(note, (t): [string, string] => [
    t.create('people', somebody('Bagaskara Contoh', 'inmate')).id,
    t.create('people', somebody(' Citra Contoh ')).id,
  ]);
  const file = await vault.transact(note, (t) => t.create('cases', caseOf(inmate, visitor)));
  const link = await vault.transact(note, (t) => t.create('links', linkOf(file.id, visitor, inmate)));
  for (let piece = 0; piece < pieces; piece += 1) {
    const rows = [0, 1, 2].map((row) => ({
      date: 20_520 + row,
      time: row === 0 ? -1 : 540 + piece,
      visitorId: visitor,
      inmateId: inmate,
      text: `catatan ${piece % 2 === 0 ? '' : 'é'}${row}`,
    }));
    await vault.transact(note, (t) => t.addVisits(batchOf(file.id, rows, piece * 3)));
  }
  // A row each is enough: every byte of them is flipped.
  for (const kind of pieces > 1 ? eventKinds : [])
    await vault.transact(note, (t) => t.addEvents(eventsOf(kind, file.id, { inmateId: inmate, visitorId: visitor })));
  await vault.transact(note, (t) =>
    t.create('visitCorrections', { visitId: `${file.id}:1`, set: { relation: 'Ibu', time: null } }),
  );
  await vault.transact(note, (t) =>
    t.change('people', visitor, 1, { notes: '  dua kali sebulan ', phones: ['+6281'] }),
  );
  await vault.transact(note, (t) => t.remove('links', link.id, 1));
  await attach(vault, visitor, 'surat é');
  return [inmate, visitor];
}

/** A text as a file that hangs on somebody. */
export async function attach(vault: VaultPort, personId: string, text: string): Promise<StoredFile> {
  const content = await vault.blobs.add(Readable.from([Buffer.from(text)]));
  return await vault.transact(note, (t) =>
    t.create('files', {
      on: { collection: 'people', id: personId },
      purpose: 'attachment',
      name: `${text.slice(0, 20)}.txt`,
      ...content,
    }),
  );
}

/** Everything a blob holds. */
export async function contentOf(vault: VaultPort, content: StoredContent): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of vault.blobs.open(content)) pieces.push(piece.slice());
  return Buffer.concat(pieces).toString();
}

/** A row of a register. */
function eventsOf(kind: EventKind, importId: string, links: Readonly<Record<string, string>>): EventBatch {
  return {
    kind,
    importId,
    length: 1,
    date: Int32Array.of(20_520),
    time: Int16Array.of(-1),
    sourceRow: Int32Array.of(1),
    texts: eventColumns(kind).map((name) => ({
      distinct: [links[name] ?? `${name} é`],
      index: Int32Array.of(0),
    })),
  };
}

/** A small vault with a snapshot, the one before, merged and single segments, a journal, history and an audit chain. */
export async function makeRichVault(folder: string, files?: Files): Promise<RichVault> {
  const { vault, recovery } = await createVault({
    folder,
    officerName: 'Petugas Satu',
    passphrase,
    ...(files === undefined ? {} : { files }),
    ...practice,
  });
  const people = await fill(vault, 8);
  await vault.compact();
  const [, visitor = ''] = people;
  await vault.transact(note, (t) => t.change('people', visitor, 2, { name: 'Citra Lestari Contoh', notes: '' }));
  await vault.transact(note, (t) => t.remove('people', visitor, 3));
  await vault.transact(note, (t) => t.restore('people', visitor, 4));
  const later = await fill(vault, 1);
  await vault.note({ action: 'case.export', entity: 'cases', entityId: visitor });
  await vault.close();
  return { recoveryKey: recovery[0] ?? '', people: [...people, ...later] };
}
