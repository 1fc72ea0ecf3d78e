import { createHash } from 'node:crypto';
import { createVault } from '../../../../electron/vault/create-vault.ts';
import type { VaultPort } from '../../../../electron/vault/port.ts';
import { nodeFiles } from '../../../../electron/vault/store/files.ts';
import { batchOf } from '../../../unit/vault/support/visit-batch.ts';
import type { FaultyDisk } from './faulty-disk.ts';
import { attach, note, passphrase, somebody } from './rich-vault.ts';

/** No memory-hard function at all: a vault is opened tens of thousands of times. What is sealed is sealed as ever. */
export const quick = {
  kdf: {
    derive: (typed: Uint8Array, salt: Uint8Array) =>
      Promise.resolve(new Uint8Array(createHash('sha256').update(typed).update(salt).digest())),
  },
  practice: true,
  parameters: { memoryKiB: 64, passes: 1, lanes: 1 },
} as const;

/** As small as a vault can be that has every kind of file: two generations, a segment, a journal, an audit chain. */
export async function makeTinyVault(folder: string, disk: FaultyDisk): Promise<void> {
  const files = nodeFiles(disk);
  const { vault } = await createVault({ folder, officerName: 'Satu', passphrase, files, ...quick });
  const person = await vault.transact(note, (t) => t.create('people', somebody('Ani')));
  await vault.transact(note, (t) =>
    t.addVisits(
      batchOf(person.id, [{ date: 20_520, time: 540, visitorId: person.id, inmateId: person.id, text: 'a' }]),
    ),
  );
  await vault.compact();
  await vault.transact(note, (t) => t.change('people', person.id, 1, { notes: 'dua' }));
  await vault.transact(note, (t) => t.create('people', somebody('Budi')));
  await attach(vault, person.id, 'x');
  await vault.note({ action: 'person.read', entity: 'people', entityId: person.id });
  await vault.close();
}

/** Everything an officer can see of a vault, as texts that can be compared one by one. */
export function seenIn(vault: VaultPort): readonly string[] {
  const records = Object.values(vault.document).flatMap((each: Readonly<Record<string, object>>) =>
    Object.values(each),
  );
  const histories = Object.keys(vault.document.people).map((id) => vault.history('people', id));
  return [...records, ...histories, ...vault.visits.all()].map((one) => JSON.stringify(one));
}
