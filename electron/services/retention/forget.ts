import { eventKinds } from '../../../shared/domain/event.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import type { PackageItem } from '../../../shared/domain/exchange/item.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { foldName } from '../../../shared/domain/person-name.ts';
import type { Erasure } from '../../vault/port.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { living } from '../records.ts';

/**
 * Takes people away with everything the vault holds of them, and anonymises their rows in the registers: records joined to
 * theirs, judgements about who they are, corrections of their visits, rows of files that were not taken in, and what other
 * agencies sent of them.
 *
 * @returns how many rows of registers were anonymised
 */
export function forget(vault: GuardedVault, transaction: Erasure, ids: readonly Id[]): number {
  const { beyondNeedToKnow: document } = vault;
  const gone = new Set(ids);
  // Whoever turned out to be one of them, and whoever turned out to be one of those.
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const { keptId, absorbedIds } of Object.values(document.joins))
      if (gone.has(keptId)) for (const id of absorbedIds) gone.add(id);
  }
  const rows = rowsOf(vault, ids);
  for (const id of rows) transaction.anonymise(id);
  for (const correction of Object.values(document.visitCorrections)) {
    if (!rows.has(correction.visitId)) continue;
    const { date, time, inmateId } = correction.set;
    const set = { ...(date && { date }), ...(time !== undefined && { time }), ...(inmateId && { inmateId }) };
    if (Object.keys(set).length === 0) transaction.erase('visitCorrections', correction.id);
    else transaction.rewrite('visitCorrections', correction.id, { set });
  }
  for (const { id, keptId, absorbedIds } of Object.values(document.joins))
    if ([keptId, ...absorbedIds].some((each) => gone.has(each))) transaction.erase('joins', id);
  for (const { id, a, b } of Object.values(document.identityDecisions))
    if (gone.has(a) || gone.has(b)) transaction.erase('identityDecisions', id);
  const about = ({ people, inmates }: { readonly people: readonly Id[]; readonly inmates: readonly Id[] }): boolean =>
    [...people, ...inmates].some((each) => gone.has(each));
  for (const dismissal of Object.values(document.dismissals))
    if (about(dismissal)) transaction.erase('dismissals', dismissal.id);
  for (const { id, visitorId } of Object.values(document.deskVisits))
    if (gone.has(visitorId)) transaction.erase('deskVisits', id);
  const alerts = Object.values(document.alerts).filter(about);
  for (const { id } of alerts) transaction.erase('alerts', id);
  const erased = new Set([...gone, ...alerts.map(({ id }) => id)]);
  for (const { id, key } of Object.values(document.alertActs))
    if (key.split(':').some((part) => erased.has(part))) transaction.erase('alertActs', id);
  const people = [...gone].flatMap((id) => document.people[id] ?? []);
  forgetRejected(vault, transaction, people);
  forgetReceived(vault, transaction, gone, people);
  for (const { id, on } of Object.values(document.files))
    if (on.collection === 'people' && gone.has(on.id)) transaction.erase('files', id);
  for (const { id } of people) transaction.erase('people', id);
  return rows.size;
}

/** Rows that name one of these people as visitor, with corrections and joins laid over. */
function rowsOf(vault: GuardedVault, ids: readonly Id[]): ReadonlySet<string> {
  const rows = new Set<string>();
  for (const id of ids) for (const position of vault.visits.ofVisitor(id)) rows.add(vault.visits.at(position).id);
  const wanted = new Set(ids);
  for (const kind of eventKinds)
    for (const { id, texts } of vault.events.all(kind)) if (wanted.has(texts['visitorId'] ?? '')) rows.add(id);
  return rows;
}

const digits = (text: string): string => text.replaceAll(/\D/g, '');

/** What another agency sent of them is kept as it came, taken in or not, by that agency's identifiers. */
function forgetReceived(
  { beyondNeedToKnow: document }: GuardedVault,
  transaction: Erasure,
  gone: ReadonlySet<Id>,
  people: readonly Person[],
): void {
  const numbers = new Set(people.flatMap(({ nationalIds }) => nationalIds));
  const received = Object.values(document.receivedItems);
  const senderOf = (packageId: Id): string => document.receivedPackages[packageId]?.manifest.sender.agencyId ?? '';
  const theirs = new Set(
    received.flatMap(({ packageId, item, localId }) =>
      item.type === 'person' &&
      ((localId !== undefined && gone.has(localId)) || item.fields.nationalIds.some((number) => numbers.has(number)))
        ? [`${senderOf(packageId)} ${item.id}`]
        : [],
    ),
  );
  for (const { id, packageId, item } of received) {
    const isTheirs = (theirId: Id): boolean => theirs.has(`${senderOf(packageId)} ${theirId}`);
    if (!isAbout(item, isTheirs)) continue;
    transaction.erase('receivedItems', id);
    for (const file of Object.values(document.files)) if (file.on.id === id) transaction.erase('files', file.id);
  }
}

function isAbout(item: PackageItem, isTheirs: (theirId: Id) => boolean): boolean {
  switch (item.type) {
    case 'person':
      return isTheirs(item.id);
    case 'visits':
      return isTheirs(item.visitorId);
    case 'link':
      return isTheirs(item.fields.from) || isTheirs(item.fields.to);
    case 'file':
      return isTheirs(item.on.id);
    case 'case':
    case 'report':
    case 'meeting':
    case 'operation':
    case 'commitment':
      return false;
  }
}

/** A row that was not taken in is kept as it was written, with whatever names it gives. */
function forgetRejected(vault: GuardedVault, transaction: Erasure, people: readonly Person[]): void {
  const names = new Set(people.flatMap(({ name, aliases }) => [name, ...aliases]).map(foldName));
  const numbers = new Set(
    people
      .flatMap(({ nationalIds, phones }) => [...nationalIds, ...phones])
      .map(digits)
      .filter(Boolean),
  );
  const tells = (value: string): boolean =>
    value.trim() !== '' && (names.has(foldName(value)) || numbers.has(digits(value)));
  for (const { id, rejected } of living({ document: vault.beyondNeedToKnow }, 'imports')) {
    if (!rejected.some(({ values }) => values.some(tells))) continue;
    const blanked = rejected.map((row) =>
      row.values.some(tells) ? { ...row, message: '', values: row.values.map(() => '') } : row,
    );
    transaction.rewrite('imports', id, { rejected: blanked });
  }
}
