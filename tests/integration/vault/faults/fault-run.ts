import { SinergiError } from '../../../../shared/errors.ts';
import { type OpenedVault, openVault } from '../../../../electron/vault/open-vault.ts';
import type { VaultPort } from '../../../../electron/vault/port.ts';
import { nodeFiles } from '../../../../electron/vault/store/files.ts';
import { readVault } from '../independent-reader/read-vault.ts';
import type { Fault, FaultyDisk } from '../support/faulty-disk.ts';
import { note, passphrase, practice, somebody } from '../support/rich-vault.ts';
import { newPassphrase, type Place, type Scenario } from './scenarios.ts';

/** What a failing disk may be called; anything else is a fault of the program. */
const typed = new Set(['disk-full', 'disk-failed', 'permission-denied', 'vault-read-only', 'vault-not-found']);

export interface Ran {
  /** By place in the scenario: answered or refused. */
  readonly acknowledged: readonly boolean[];
  /** The vault still took changes at the end. */
  readonly writable: boolean;
}

/** Asks for one thing after the other, as a program does that goes on after a failure as long as it may. */
export async function runScenario(scenario: Scenario, folder: string, disk: FaultyDisk): Promise<Ran> {
  const place: Place = { folder, disk, vault: undefined };
  const acknowledged: boolean[] = [];
  let writable = true;
  for (const ask of scenario.asks) {
    const isFirst = acknowledged.length === 0;
    try {
      if (!isFirst && place.vault === undefined) acknowledged.push(false);
      else {
        await ask.run(place);
        acknowledged.push(true);
      }
    } catch (cause) {
      if (!(cause instanceof SinergiError) || !typed.has(cause.code)) throw cause;
      acknowledged.push(false);
    }
    if (ask.name !== 'close') writable = place.vault?.readOnly === false;
  }
  // Closing again is harmless; after a failure it gives the lock back.
  await place.vault?.close().catch(() => undefined);
  return { acknowledged, writable };
}

/** What the vault held before a scenario, in a form that identifiers made meanwhile do not change. */
export function baseline(vault: VaultPort, ids: ReadonlySet<string>): string {
  const kept = Object.values(vault.document).map((records: Readonly<Record<string, { readonly id: string }>>) =>
    Object.values(records)
      .filter(({ id }) => ids.has(id))
      // The one record that scenarios change is looked at by its name alone.
      .map((record) => ('name' in record && record.name === 'Bagaskara Contoh' ? record.name : record)),
  );
  const visits = [...vault.visits.all()].filter(({ relation }) => relation !== 'impor baru');
  return JSON.stringify([kept, visits]);
}

export const idsIn = (vault: VaultPort): ReadonlySet<string> =>
  new Set(Object.values(vault.document).flatMap((records: object) => Object.keys(records)));

export async function openAgain(folder: string, disk: FaultyDisk): Promise<OpenedVault & { readonly used: string }> {
  const files = nodeFiles(disk);
  try {
    return { ...(await openVault({ folder, passphrase, files, ...practice })), used: passphrase };
  } catch (cause) {
    if (!(cause instanceof SinergiError) || cause.code !== 'passphrase-wrong') throw cause;
    return { ...(await openVault({ folder, passphrase: newPassphrase, files, ...practice })), used: newPassphrase };
  }
}

/** What is wrong with a vault after a fault; empty when nothing is. */
export async function faultsAfter(
  scenario: Scenario,
  ran: Ran,
  fault: Fault,
  folder: string,
  disk: FaultyDisk,
  before: { readonly ids: ReadonlySet<string>; readonly content: string },
): Promise<readonly string[]> {
  const wrong: string[] = [];
  let again: Awaited<ReturnType<typeof openAgain>>;
  try {
    again = await openAgain(folder, disk);
  } catch (cause) {
    const code = cause instanceof SinergiError ? cause.code : String(cause);
    const unmade = scenario.start === 'empty' && ran.acknowledged[0] === false && code === 'vault-not-found';
    return unmade ? [] : [`does not open: ${code}`];
  }
  const { vault, report, used } = again;
  if (report.readOnlyBecause !== undefined) wrong.push(`read-only because of ${report.readOnlyBecause}`);
  if (scenario.start !== 'empty' && baseline(vault, before.ids) !== before.content)
    wrong.push('something else changed');
  scenario.asks.forEach((ask, number) => {
    const seen = ask.seen(vault, used);
    if (seen === 'partial') wrong.push(`half of: ${ask.name}`);
    if (seen === 'none' && ran.acknowledged[number] === true) wrong.push(`lost: ${ask.name}`);
    // A refusal that the vault could go on after means that nothing happened.
    const mustBeAbsent = ran.acknowledged[number] === false && ran.writable && fault.code !== 'POWER';
    if (seen === 'all' && mustBeAbsent && /^(add|change notes|import)/.test(ask.name))
      wrong.push(`refused, yet there: ${ask.name}`);
  });
  try {
    await vault.transact(note, (t) => t.create('people', somebody('Sesudahnya')));
  } catch (cause) {
    wrong.push(`takes no change: ${cause instanceof SinergiError ? cause.code : String(cause)}`);
  }
  await vault.close();
  return [...wrong, ...(await faultsOfAudit(scenario, ran, folder, disk, used))];
}

/** The second reader checks every signature and counts the readings that were acknowledged: they stand in no journal. */
async function faultsOfAudit(
  scenario: Scenario,
  ran: Ran,
  folder: string,
  disk: FaultyDisk,
  used: string,
): Promise<readonly string[]> {
  try {
    const { audit } = await readVault(folder, { passphrase: used }, { read: (path) => disk.readFile(path) });
    const kept = audit.filter(({ action }) => action === 'person.read').length;
    const promised = scenario.asks.filter(({ name }, number) => name === 'note a reading' && ran.acknowledged[number]);
    return kept < promised.length ? [`lost: ${promised.length - kept} entries of the audit log`] : [];
  } catch (cause) {
    return [`the second reader refuses it: ${String(cause)}`];
  }
}
