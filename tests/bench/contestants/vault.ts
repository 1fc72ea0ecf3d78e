import { dirname, join } from 'node:path';
import { createImporting } from '../../../electron/services/importing/importing.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { localKeyDerivation } from '../../../electron/vault/crypto/key-derivation.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../electron/vault/port.ts';
import { createDetection } from '../../../electron/services/detection/detection.ts';
import { createPeopleIndex, type PeopleIndex } from '../../../electron/services/people/people-index.ts';
import { createSession } from '../../../electron/services/session.ts';
import { createUndo } from '../../../electron/services/undo.ts';
import { askingInTurn } from '../scale/asking.ts';
import { readTruth } from '../scale/read-truth.ts';
import { benchReport } from '../scale/reports.ts';
import { firstPage, ringsIn } from '../scale/truth.ts';
import type { Contestant, Place } from './contestant.ts';

const passphrase = 'kata sandi percobaan';
/** Argon2id that costs nothing: SQLCipher is given its key, too, and the derivation is measured on its own. */
const cheap = { memoryKiB: 64, passes: 1, lanes: 1 };

export async function openBenchVault(folder: string): Promise<VaultPort> {
  const { vault, report } = await openVault({ folder, passphrase, kdf: localKeyDerivation, practice: true });
  if (report.readOnlyBecause !== undefined) throw new Error(`damaged: ${report.readOnlyBecause}`);
  return vault;
}

const reportsAtOnce = 1000;
const reportCount = 20_000;
const firstLines = 100;

/** Sinergi's own vault, by the functions the program itself calls. */
export function vaultContestant(place: Place): Contestant {
  const { folder, inmates, visits, visitor, people, calls } = place;
  let opened: VaultPort | undefined;
  let saves = 0;
  const medium = `${folder}-medium`;
  const vault = (): VaultPort => {
    if (opened === undefined) throw new Error('not open');
    return opened;
  };
  const workers = { path: (name: string) => join(dirname(__filename), `${name}.worker.cjs`) };
  const emit = (): void => undefined;
  const importing = createImporting({ vault, workers, emit });
  const session = createSession({ changed: () => undefined, locked: () => undefined });
  const detection = createDetection({ session, undo: createUndo(session), workers, emit });
  let index: PeopleIndex | undefined;
  let ask: (() => Promise<number>) | undefined;
  const importVisits = async (): Promise<number> => (await importing.run(visits, 'visits', null)).rows;

  return {
    async prepare() {
      const options = { folder, officerName: 'Petugas Satu', passphrase, practice: true, parameters: cheap };
      opened = (await createVault({ ...options, kdf: localKeyDerivation })).vault;
      return (await importing.run(inmates, 'inmates', null)).rows;
    },
    async open() {
      opened = await openBenchVault(folder);
      session.begin(opened);
      return opened.visits.length;
    },
    look: () =>
      Promise.resolve(
        vault()
          .visits.ofVisitor(visitor)
          .map((position) => vault().visits.at(position)).length,
      ),
    read() {
      let read = 0;
      for (const { sourceRow } of vault().visits.all()) read += sourceRow > 0 ? 1 : 0;
      return Promise.resolve(read);
    },
    async save() {
      const id = people[saves++ % people.length] ?? '';
      const person = vault().document.people[id];
      if (person === undefined) throw new Error('no such person');
      const phones = [`+62812${String(saves).padStart(8, '0')}`];
      await vault().transact({ action: 'person.change', entity: 'people', entityId: id }, (transaction) =>
        transaction.change('people', id, person.version, { phones }),
      );
      return 1;
    },
    import: importVisits,
    again: importVisits,
    async verify() {
      const { ok, files } = await vault().examine({});
      if (!ok) throw new Error('the vault is damaged');
      return files;
    },
    backup: async () => (await vault().backup(medium, 10, {})).files,
    'backup-again': async () => (await vault().backup(medium, 10, {})).files,
    async rotate() {
      await vault().officers.rotate();
      return 1;
    },
    calls: async () => (await importing.run(calls, 'calls', null)).rows,
    async reports() {
      for (let from = 0; from < reportCount; from += reportsAtOnce)
        await vault().transact({ action: 'report.create', entity: 'reports' }, (transaction) => {
          for (let number = from; number < from + reportsAtOnce; number += 1)
            transaction.create('reports', benchReport(number, vault().actor.officerId));
        });
      return reportCount;
    },
    async index() {
      index = createPeopleIndex(session);
      return (await index.search('Siti')).length;
    },
    search() {
      ask ??= askingInTurn(readTruth(place), async (text) =>
        ((await index?.search(text)) ?? []).slice(0, firstPage).map(({ name, nationalId }) => ({
          name,
          nationalIds: nationalId === null ? [] : [nationalId],
        })),
      );
      return ask();
    },
    async detect() {
      const findings = await detection.run({ withOffices: false, withFamilies: false });
      const groups = findings
        .slice(0, firstLines)
        .map((finding) => new Set(finding.people.flatMap((id) => vault().document.people[id]?.nationalIds ?? [])));
      return ringsIn(readTruth(place), groups);
    },
    async close() {
      await opened?.close();
    },
  };
}
