import { createVault } from '../../../../electron/vault/create-vault.ts';
import { openVault } from '../../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../../electron/vault/port.ts';
import { nodeFiles } from '../../../../electron/vault/store/files.ts';
import { batchOf } from '../../../unit/vault/support/visit-batch.ts';
import type { FaultyDisk } from '../support/faulty-disk.ts';
import { attach, note, passphrase, practice, somebody } from '../support/rich-vault.ts';

/** Whether a change is in a vault that was opened afterwards: all of it, none of it, or something that must never be. */
export type Presence = 'all' | 'none' | 'partial';

/** One thing an officer asks for. `run` throws when it was refused; `seen` looks for it after the next start. */
export interface Ask {
  readonly name: string;
  run(at: Place): Promise<void>;
  seen(vault: VaultPort, usedPassphrase: string): Presence;
}

/** Where the work is done; an open vault is closed by whoever started the work. */
export interface Place {
  readonly folder: string;
  readonly disk: FaultyDisk;
  vault: VaultPort | undefined;
}

export interface Scenario {
  readonly name: string;
  /** Which disk it starts on. */
  readonly start: 'empty' | 'vault' | 'vault after a crash';
  readonly asks: readonly Ask[];
}

export const newPassphrase = 'kata sandi yang baru';

function opened(place: Place): VaultPort {
  if (place.vault === undefined) throw new Error('the vault is not open');
  return place.vault;
}

const peopleNamed = (vault: VaultPort, name: string) =>
  Object.values(vault.document.people).filter((person) => person.name === name);
const whole = (there: boolean): Presence => (there ? 'all' : 'none');

const open: Ask = {
  name: 'open',
  async run(place) {
    const { vault } = await openVault({ folder: place.folder, passphrase, files: nodeFiles(place.disk), ...practice });
    place.vault = vault;
  },
  seen: () => 'all',
};
const close: Ask = {
  name: 'close',
  run: (place) => opened(place).close(),
  seen: () => 'all',
};
const compact: Ask = {
  name: 'fold the journal',
  run: (place) => opened(place).compact(),
  seen: () => 'all',
};

const add = (name: string): Ask => ({
  name: `add ${name}`,
  async run(place) {
    await opened(place).transact(note, (t) => {
      t.create('people', somebody(name));
      t.create('people', somebody(`${name} kedua`));
    });
  },
  seen(vault) {
    const [one, two] = [peopleNamed(vault, name).length, peopleNamed(vault, `${name} kedua`).length];
    return one === two ? whole(one === 1) : 'partial';
  },
});

const change = (notes: string): Ask => ({
  name: `change notes to ${notes}`,
  async run(place) {
    const vault = opened(place);
    const [person] = peopleNamed(vault, 'Bagaskara Contoh');
    if (person === undefined) throw new Error('nobody to change');
    await vault.transact(note, (t) => t.change('people', person.id, person.version, { notes }));
  },
  seen(vault) {
    const [person] = peopleNamed(vault, 'Bagaskara Contoh');
    const steps = person === undefined ? [] : vault.history('people', person.id);
    return whole(steps.some(({ fields }) => fields.some(({ after }) => after === notes)));
  },
});

const importVisits: Ask = {
  name: 'import two months of visits',
  async run(place) {
    const vault = opened(place);
    const [person] = peopleNamed(vault, 'Bagaskara Contoh');
    const id = person?.id ?? '';
    const rows = [20_540, 20_545, 20_575].map((date) => ({
      date,
      time: 600,
      visitorId: id,
      inmateId: id,
      text: 'impor baru',
    }));
    await vault.transact(note, (t) => {
      t.create('people', somebody('Dari register'));
      t.addVisits(batchOf(id, rows));
    });
  },
  seen(vault) {
    const rows = [...vault.visits.all()].filter(({ relation }) => relation === 'impor baru').length;
    const people = peopleNamed(vault, 'Dari register').length;
    if (rows === 0 && people === 0) return 'none';
    return rows === 3 && people === 1 ? 'all' : 'partial';
  },
};

const attachFile: Ask = {
  name: 'add a file',
  async run(place) {
    const vault = opened(place);
    const [person] = peopleNamed(vault, 'Bagaskara Contoh');
    await attach(vault, person?.id ?? '', 'lampiran baru');
  },
  seen: (vault) => whole(Object.values(vault.document.files).some(({ name }) => name === 'lampiran baru.txt')),
};

const noteReading: Ask = {
  name: 'note a reading',
  run: (place) => opened(place).note({ action: 'person.read', entity: 'people' }),
  seen: () => 'all',
};

const create: Ask = {
  name: 'create',
  async run(place) {
    const files = nodeFiles(place.disk);
    const made = await createVault({
      folder: place.folder,
      officerName: 'Petugas Satu',
      passphrase,
      files,
      ...practice,
    });
    place.vault = made.vault;
  },
  seen: () => 'all',
};

const changePassphrase: Ask = {
  name: 'change the passphrase',
  run: (place) => opened(place).officers.changePassphrase(passphrase, newPassphrase),
  seen: (_vault, used) => whole(used === newPassphrase),
};

const rotate: Ask = {
  name: 'give everybody new keys',
  run: (place) => opened(place).officers.rotate(),
  seen: () => 'all',
};

export const scenarios: readonly Scenario[] = [
  { name: 'create', start: 'empty', asks: [create, add('Eka Baru'), close] },
  {
    name: 'edit',
    start: 'vault',
    asks: [open, add('Eka Baru'), change('satu'), noteReading, change('dua'), add('Fajar Baru'), noteReading, close],
  },
  { name: 'import', start: 'vault', asks: [open, importVisits, attachFile, noteReading, add('Eka Baru'), close] },
  {
    name: 'fold',
    start: 'vault',
    asks: [open, change('satu'), compact, add('Eka Baru'), compact, change('dua'), close],
  },
  { name: 'change the passphrase', start: 'vault', asks: [open, changePassphrase, add('Eka Baru'), close] },
  { name: 'change the keys', start: 'vault', asks: [open, add('Eka Baru'), rotate, change('satu'), close] },
  { name: 'open after a crash', start: 'vault after a crash', asks: [open, add('Eka Baru'), close] },
];
