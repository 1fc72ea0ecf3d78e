import { localKeyDerivation } from '../../../electron/vault/crypto/key-derivation.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';

/**
 * Works on a vault until it is killed: edits, imports of visits, now and then a compaction. Says what was acknowledged,
 * a line each, only after the vault has answered.
 */
async function work(folder: string, passphrase: string): Promise<void> {
  const { vault } = await openVault({ folder, passphrase, kdf: localKeyDerivation, practice: true });
  const note = { action: 'test' };
  const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
  const text = (value: string) => ({ distinct: [value], index: new Int32Array(50) });

  for (let round = 0; ; round += 1) {
    const name = `Orang ${process.pid}-${round}`;
    const person = await vault.transact(note, (transaction) =>
      transaction.create('people', {
        name,
        aliases: [],
        nationalIds: [],
        phones: [],
        addresses: [],
        roles: [{ kind: 'visitor' }],
        notes: '',
        provenance: { kind: 'officer' },
        retention: 'case',
      }),
    );
    say({ created: person.id, name });
    const changed = await vault.transact(note, (transaction) =>
      transaction.change('people', person.id, person.version, { notes: `catatan ${round}` }),
    );
    say({ changed: person.id, version: changed.version });
    if (round % 3 === 0) {
      await vault.transact(note, (transaction) =>
        transaction.addVisits({
          importId: person.id,
          length: 50,
          date: Int32Array.from({ length: 50 }, (_, row) => 20_500 + row),
          time: new Int16Array(50).fill(600),
          sourceRow: Int32Array.from({ length: 50 }, (_, row) => row + 1),
          texts: {
            visitorId: text(person.id),
            inmateId: text(person.id),
            queueNumber: text('1'),
            relation: text('Istri'),
            visitorName: text(name),
            nationalId: text(''),
            phone: text(''),
            address: text(''),
            inmateName: text(name),
            registrationNumber: text(''),
            cell: text(''),
          },
        }),
      );
      say({ visits: person.id, count: 50 });
    }
    if (round % 7 === 6) await vault.compact();
  }
}

void work(process.argv[2] ?? '', process.argv[3] ?? '');
