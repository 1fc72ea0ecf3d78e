import type { Id } from '../../../shared/domain/basics.ts';
import { eventColumns, type EventKind } from '../../../shared/domain/event.ts';
import { personFieldsSchema, type Role } from '../../../shared/domain/person.ts';
import { trainingPrefix } from '../../../shared/domain/training/attempt.ts';
import type { Material, MaterialPerson } from '../../../shared/domain/training/scenario.ts';
import { newId } from '../../vault/ids.ts';
import type { EventBatch, Transaction } from '../../vault/port.ts';
import { nextCaseNumber } from '../cases/case-number.ts';
import { newAgencyKeys } from '../exchange/cards.ts';
import { batchOfReceived } from '../exchange/received-visits.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { textColumn } from '../importing/text-column.ts';
import { dayNumber } from '../importing/visit-numbers.ts';
import { living } from '../records.ts';
import { nextReportNumber } from '../reports/report-number.ts';

/** Who wrote the reports that are there to be judged: nobody with an account. */
const colleague: Id = '01890000-0000-7000-8000-000000000001';
const retentionYears = 1;

/** Puts the people, registers, cases and reports of a scenario into a practice vault, in one step of its own. */
export function loadMaterial(
  vault: GuardedVault,
  transaction: Transaction,
  material: Material,
  { scenarioId, at }: { readonly scenarioId: string; readonly at: Date },
): void {
  const people = new Map(
    material.people.map((person) => [person.key, transaction.create('people', personOf(person)).id]),
  );
  const idOf = (key: string): Id => people.get(key) ?? '';
  loadVisits(transaction, material, idOf, scenarioId);
  loadEvents(transaction, material, idOf, scenarioId);
  loadCases(vault, transaction, material, idOf, at);
  loadReports(vault, transaction, material, at);
  if (material.partner !== undefined) loadPartner(vault, transaction, material.partner, at);
}

function personOf({ name, inmate, visitor, lawyer, nationalIds, phones, notes }: MaterialPerson) {
  const roles: Role[] = [
    ...(inmate === undefined ? [] : [{ kind: 'inmate' as const, ...inmate }]),
    ...(visitor ? [{ kind: 'visitor' as const }] : []),
    ...(lawyer ? [{ kind: 'lawyer' as const }] : []),
  ];
  const fields = { name, aliases: [], nationalIds, phones, addresses: [], roles, notes };
  return {
    ...personFieldsSchema.parse({ ...fields, roles: roles.length === 0 ? [{ kind: 'other' }] : roles }),
    provenance: { kind: 'case-file' } as const,
    retention: 'case' as const,
  };
}

const register = (transaction: Transaction, kind: EventKind | 'visits', scenarioId: string, rows: number): Id =>
  transaction.create('imports', {
    kind,
    fileName: `${scenarioId}.json`,
    sha256: '0'.repeat(64),
    bytes: 0,
    encoding: '',
    mapping: {},
    header: [],
    rows,
    created: rows,
    updated: 0,
    unchanged: 0,
    rejected: [],
  }).id;

function loadVisits(
  transaction: Transaction,
  { people, visits }: Material,
  idOf: (key: string) => Id,
  scenarioId: string,
): void {
  const named = new Map(people.map((person) => [person.key, person]));
  const rows = visits.flatMap(({ visitor, inmate, on, at, relation }) =>
    on.map((date) => ({
      date,
      time: at,
      queueNumber: '',
      relation,
      visitorName: named.get(visitor)?.name ?? '',
      inmateName: named.get(inmate)?.name ?? '',
      registrationNumber: named.get(inmate)?.inmate?.registrationNumber ?? '',
      cell: named.get(inmate)?.inmate?.cell ?? '',
      visitorId: idOf(visitor),
      inmateId: idOf(inmate),
    })),
  );
  if (rows.length === 0) return;
  rows.sort((a, b) => (a.date < b.date ? -1 : 1));
  transaction.addVisits(batchOfReceived(register(transaction, 'visits', scenarioId, rows.length), rows));
}

type EventRow = { readonly date: string } & Readonly<Record<string, string>>;

function loadEvents(
  transaction: Transaction,
  { people, calls, finds }: Material,
  idOf: (key: string) => Id,
  scenarioId: string,
): void {
  const named = new Map(people.map((person) => [person.key, person]));
  const inmateTexts = (key: string | undefined): Record<string, string> => ({
    inmateId: key === undefined ? '' : idOf(key),
    inmateName: named.get(key ?? '')?.name ?? '',
    registrationNumber: named.get(key ?? '')?.inmate?.registrationNumber ?? '',
  });
  const called: EventRow[] = calls.flatMap(({ inmate, number, on, seconds }) =>
    on.map((date) => ({
      date,
      ...inmateTexts(inmate),
      cell: named.get(inmate)?.inmate?.cell ?? '',
      number,
      duration: String(seconds),
    })),
  );
  const found: EventRow[] = finds.map(({ on, item, quantity, cell, inmate }) => ({
    date: on,
    ...inmateTexts(inmate),
    item,
    quantity,
    cell,
  }));
  for (const [kind, rows] of [
    ['calls', called],
    ['finds', found],
  ] as const) {
    if (rows.length === 0) continue;
    rows.sort((a, b) => (a.date < b.date ? -1 : 1));
    transaction.addEvents(eventBatch(kind, register(transaction, kind, scenarioId, rows.length), rows));
  }
}

const eventBatch = (kind: EventKind, importId: Id, rows: readonly EventRow[]): EventBatch => ({
  kind,
  importId,
  length: rows.length,
  date: Int32Array.from(rows, ({ date }) => dayNumber(date)),
  time: new Int16Array(rows.length).fill(-1),
  sourceRow: Int32Array.from(rows, (_, place) => place + 1),
  texts: eventColumns(kind).map((column) => textColumn(rows.map((row) => row[column] ?? ''))),
});

function loadCases(
  vault: GuardedVault,
  transaction: Transaction,
  { cases }: Material,
  idOf: (key: string) => Id,
  at: Date,
): void {
  const numbers = new Set<string>();
  const reviewOn = `${at.getUTCFullYear() + retentionYears}-01-01`;
  for (const { title, marking, purpose, legalBasis, members } of cases) {
    const number = nextCaseNumber(vault, at, numbers);
    numbers.add(number);
    transaction.create('cases', {
      title,
      marking,
      purpose,
      legalBasis,
      notes: '',
      reviewOn,
      status: 'open',
      number,
      members: members.map(({ person, part }) => ({
        personId: idOf(person),
        part,
        note: '',
        addedAt: at.toISOString(),
        addedBy: vault.actor.officerId,
      })),
      officers: [vault.actor.officerId],
    });
  }
}

function loadReports(vault: GuardedVault, transaction: Transaction, { reports }: Material, at: Date): void {
  const numbers = new Set<string>();
  const day = at.toISOString().slice(0, 10);
  for (const { subject, source, facts } of reports) {
    const number = nextReportNumber(vault, at, numbers);
    numbers.add(number);
    const step = { at: at.toISOString(), by: colleague, note: '' };
    transaction.create('reports', {
      number,
      subject,
      field: '',
      marking: 'terbatas',
      priority: 'medium',
      source: { kind: 'named', description: source },
      relation: '',
      method: '',
      place: '',
      informationFrom: day,
      writtenOn: day,
      items: facts.map((fact) => ({ ...fact, mentions: [] })),
      opinion: { analysis: '', prediction: '', stepsTaken: '', recommendation: '' },
      handling: { code: 'P' },
      risk: '',
      distribution: [],
      caseIds: [],
      author: colleague,
      state: 'submitted',
      steps: [
        { ...step, state: 'draft' },
        { ...step, state: 'submitted' },
      ],
    });
  }
}

/** An own identity, and a partner that is trusted; the partner's private keys are nowhere. */
function loadPartner(vault: GuardedVault, transaction: Transaction, name: string, at: Date): void {
  const moment = at.toISOString();
  const { officerId } = vault.actor;
  if (Object.keys(vault.beyondNeedToKnow.agencyIdentity).length === 0)
    transaction.create('agencyIdentity', {
      agencyId: newId(at.getTime()),
      name: `${trainingPrefix}Lapas`,
      keys: [newAgencyKeys(moment, officerId)],
    });
  const full = `${trainingPrefix}${name}`;
  if ([...living(vault, 'agencies')].some((agency) => agency.name === full)) return;
  const { boxKey, signKey } = newAgencyKeys(moment, officerId);
  transaction.create('agencies', {
    agencyId: newId(at.getTime()),
    name: full,
    state: 'trusted',
    boxKey,
    signKey,
    formerSignKeys: [],
    ceiling: 'rahasia',
    confirmedAt: moment,
    confirmedBy: officerId,
  });
}
