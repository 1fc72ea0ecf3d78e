import type { Id } from '../../../shared/domain/basics.ts';
import type { VisitItemRow } from '../../../shared/domain/exchange/item.ts';
import { visitsItemId } from '../../../shared/domain/exchange/item.ts';
import type { PackSource, VisitsOfPair } from '../../../shared/domain/exchange/packing.ts';
import { joinedPeople } from '../../../shared/domain/identity.ts';
import type { StoredFile } from '../../../shared/domain/stored-file.ts';
import type { VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';
import { originsByPerson } from './effective-origins.ts';

const cut = (text: string, length: number): string => text.slice(0, length);

/** An open vault as packages are made from it. Numbers and addresses of visitors go with the people, not with each visit. */
export function packSource(vault: VaultPort): PackSource {
  const joined = joinedPeople(living(vault, 'joins'));
  return {
    cases: vault.document.cases,
    people: vault.document.people,
    links: living(vault, 'links'),
    reports: living(vault, 'reports'),
    files: newestPhotos(living(vault, 'files')),
    meetings: vault.document.meetings,
    operations: vault.document.operations,
    commitments: living(vault, 'commitments'),
    personNow: (id) => joined.get(id) ?? id,
    originsOf: originsByPerson(vault.document),
    visitsAmong: (people) => visitsAmong(vault, people),
  };
}

/** All files, and of photos the one that is shown. */
function newestPhotos(files: Iterable<StoredFile>): readonly StoredFile[] {
  const photos = new Map<Id, StoredFile>();
  const others: StoredFile[] = [];
  for (const file of files) {
    if (file.purpose === 'attachment') others.push(file);
    else if ((photos.get(file.on.id)?.id ?? '') < file.id) photos.set(file.on.id, file);
  }
  return [...photos.values(), ...others];
}

function visitsAmong(vault: VaultPort, people: ReadonlySet<Id>): Iterable<VisitsOfPair> {
  const pairs = new Map<string, { visitorId: Id; inmateId: Id; rows: VisitItemRow[]; importIds: Set<Id> }>();
  for (const visitorId of people)
    for (const position of vault.visits.ofVisitor(visitorId)) {
      const { inmateId, importId, date, time, queueNumber, relation, asWritten } = vault.visits.at(position);
      if (!people.has(inmateId)) continue;
      const id = visitsItemId(visitorId, inmateId);
      let pair = pairs.get(id);
      if (pair === undefined) {
        pair = { visitorId, inmateId, rows: [], importIds: new Set() };
        pairs.set(id, pair);
      }
      pair.importIds.add(importId);
      pair.rows.push({
        date,
        time,
        queueNumber: cut(queueNumber, 40),
        relation: cut(relation, 200),
        visitorName: cut(asWritten.visitorName, 200),
        inmateName: cut(asWritten.inmateName, 200),
        registrationNumber: cut(asWritten.registrationNumber, 60),
        cell: cut(asWritten.cell, 60),
      });
    }
  return [...pairs.values()].map(({ importIds, ...pair }) => ({
    ...pair,
    origins: [...importIds].flatMap((importId) => vault.document.imports[importId]?.origins ?? []),
  }));
}
