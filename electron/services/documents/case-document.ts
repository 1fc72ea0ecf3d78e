import type { Id } from '../../../shared/domain/basics.ts';
import type { Case, MemberPart } from '../../../shared/domain/case.ts';
import { memberParts } from '../../../shared/domain/case.ts';
import type {
  CaseDocument,
  CaseSection,
  DisclosureEntry,
  DocumentFinding,
  DocumentLink,
  DocumentSubject,
  DocumentVisit,
} from '../../../shared/domain/case-document.ts';
import { plainChart, stateOf } from '../../../shared/analysis/chart-state.ts';
import { isIntegrityKind } from '../../../shared/domain/finding.ts';
import type { Link } from '../../../shared/domain/link.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { inmateRole } from '../../../shared/domain/person.ts';
import { mayGoInto, originsMayGoInto, type Sanitisation } from '../../../shared/domain/sanitisation.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import type { Visit } from '../../../shared/domain/visit.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { chartOfCase } from '../cases/charts.ts';
import { type UsableCase, usableCase } from '../exchange/usable-case.ts';
import { gatherExhibits } from './exhibits.ts';
import { canonicalJson } from './canonical-json.ts';
import { reportOf, reportsOfCase } from './case-reports.ts';
import { makeProtectedWords, namesWithheld } from './case-secrets.ts';
import { onlySections } from './case-sections.ts';
import { gatherCasework } from './casework-document.ts';
import { subjectProfile } from './subject-profile.ts';
import { sanitisedCase } from './sanitised-case.ts';

/** What gathering reads of a vault. */
export type DocumentSource = Pick<VaultPort, 'document' | 'visits' | 'officerName' | 'vaultId' | 'officers'>;

/** What of a case is gathered. */
export interface CaseChoice {
  /** Whose arrangement the chart has; null for the case's own chart. */
  readonly viewId?: Id | null | undefined;
  /** Only what is about this person. */
  readonly subjectId?: Id | undefined;
  /** Parts of the case file; without it, all of them. */
  readonly sections?: readonly CaseSection[] | undefined;
  /** Without what tells of sources, and without what by its handling codes is not for this reader. */
  readonly sanitise?: Sanitisation | undefined;
}

/**
 * Collects everything the case-file PDF shows, in a fixed order.
 *
 * What another agency sent and has not agreed to action upon stays out of it.
 *
 * @throws SinergiError `not-found` when there is no such case or it was removed; `originator-agreement` and `case-withheld` when
 * the case itself is one to stay out
 */
export function gatherCase(
  vault: DocumentSource,
  caseId: Id,
  { viewId = null, subjectId, sections, sanitise }: CaseChoice = {},
): CaseDocument {
  const file = vault.document.cases[caseId];
  if (file === undefined || file.removed !== undefined) throw new SinergiError('not-found');
  const usable = usableCase(vault.document, file, sanitise);
  const subjects = gatherSubjects(usable, file);
  const order = new Map(subjects.map((subject, index) => [subject.personId, index]));
  const settings = Object.values(vault.document.settings)[0];
  const all = linksOfCase(vault, caseId);
  const links = all
    .filter((link) => usable.isUsable(link) && order.has(link.from) && order.has(link.to))
    .sort(byPlace(order));
  const { left: leftVisits, ...visits } = gatherVisits(vault, order, usable);
  const exhibits = gatherExhibits(vault, caseId);
  const conditions = usable.conditions([...order.keys()], links);
  const isMember = new Set(
    file.members.flatMap(({ personId }) => (vault.document.people[personId] === undefined ? [] : [personId])),
  );
  const withheld = {
    subjects: isMember.size - subjects.length,
    links: all.filter((link) => isMember.has(link.from) && isMember.has(link.to)).length - links.length,
    visits: leftVisits,
  };
  const { shown: ofCase, markedHigher } = reportsOfCase(vault, file);
  const shown = ofCase.filter(({ origins }) => originsMayGoInto(undefined, origins));
  const released =
    sanitise === undefined
      ? shown
      : shown.filter(({ handling, origins }) => mayGoInto(sanitise, handling) && originsMayGoInto(sanitise, origins));
  const reports = released.map((report) => reportOf(vault, report));
  const higher: DisclosureEntry[] =
    markedHigher === 0 ? [] : [{ kind: 'report', reason: 'marking', count: markedHigher }];
  const gathered: CaseDocument = {
    format: 'sinergi-case-document/1',
    agency: settings?.agencyName ?? defaultSettings.agencyName,
    case: {
      id: file.id,
      number: file.number,
      title: file.title,
      marking: file.marking,
      status: file.status,
      purpose: file.purpose,
      legalBasis: file.legalBasis,
      notes: file.notes,
      reviewOn: file.reviewOn,
      openedAt: file.createdAt,
      openedBy: vault.officerName(file.createdBy),
      changedAt: file.changedAt,
      ...(file.closing === undefined ? {} : { closing: { ...file.closing, by: vault.officerName(file.closing.by) } }),
    },
    subjects,
    links: links.map(linkOf),
    ...gatherChart(vault, caseId, viewId, order),
    ...visits,
    ...gatherFindings(vault, file, order),
    ...(reports.length === 0 ? {} : { reports }),
    ...gatherCasework(vault, caseId),
    ...(exhibits.length === 0 ? {} : { exhibits }),
    ...(higher.length === 0 ? {} : { disclosure: higher }),
    ...(conditions.length === 0 ? {} : { conditions }),
    ...(Object.values(withheld).some((count) => count > 0) ? { withheld } : {}),
  };
  const named = new Set(
    released
      .filter(({ items }) => items.some(({ mentions }) => mentions.some(({ personId }) => personId === subjectId)))
      .map(({ number }) => number),
  );
  const whole = subjectId === undefined ? gathered : subjectProfile(gathered, subjectId, named);
  const version =
    sanitise === undefined
      ? whole
      : sanitisedCase(whole, sanitise, {
          names: namesWithheld(vault, file, whole),
          protect: makeProtectedWords(vault, whole),
          before: [
            ...higher,
            { kind: 'report', reason: 'handling', count: shown.length - released.length },
            { kind: 'subject', reason: 'handling', count: withheld.subjects },
            { kind: 'link', reason: 'handling', count: withheld.links },
            { kind: 'visit', reason: 'handling', count: withheld.visits },
          ],
        });
  return sections === undefined ? version : onlySections(version, sections);
}

/** Findings about subjects that are shown, but for those about staff, which are for integrity alone. */
function gatherFindings(
  vault: DocumentSource,
  file: Case,
  order: ReadonlyMap<Id, number>,
): Pick<CaseDocument, 'findings'> {
  const subjects = new Map<Id, Id[]>();
  for (const { personId, findings = [] } of file.members)
    if (order.has(personId)) for (const id of findings) subjects.set(id, [...(subjects.get(id) ?? []), personId]);
  const place = (id: Id): number => order.get(id) ?? 0;
  const findings = [...subjects].flatMap(([id, brought]): DocumentFinding[] => {
    const alert = vault.document.alerts[id];
    // Its values name staff, and the case file goes to others.
    if (alert === undefined || isIntegrityKind(alert.kind)) return [];
    const { kind, createdAt, score, expected, observed, rowCount, values } = alert;
    const inOrder = brought.sort((a, b) => place(a) - place(b));
    return [{ kind, foundAt: createdAt, score, expected, observed, rows: rowCount, values, subjects: inOrder }];
  });
  findings.sort((a, b) => (a.foundAt === b.foundAt ? b.score - a.score : a.foundAt < b.foundAt ? -1 : 1));
  return findings.length === 0 ? {} : { findings };
}

function gatherSubjects(usable: UsableCase, file: Case): DocumentSubject[] {
  const subjects: DocumentSubject[] = [];
  for (const member of file.members) {
    const person = usable.person(member.personId);
    if (person !== null) subjects.push(subjectOf(person, member));
  }
  const rank = (part: MemberPart) => memberParts.indexOf(part);
  const key = (subject: DocumentSubject) => `${subject.name.normalize('NFC').toLowerCase()}\u0000${subject.personId}`;
  return subjects.sort((a, b) => rank(a.part) - rank(b.part) || (key(a) < key(b) ? -1 : 1));
}

function subjectOf(person: Person, member: Case['members'][number]): DocumentSubject {
  const inmate = inmateRole(person);
  return {
    personId: person.id,
    part: member.part,
    name: person.name,
    aliases: [...person.aliases],
    ...(person.birthDate === undefined ? {} : { birthDate: person.birthDate }),
    ...(inmate?.registrationNumber === undefined ? {} : { registrationNumber: inmate.registrationNumber }),
    ...(inmate?.cell ? { cell: inmate.cell } : {}),
    ...(inmate?.offence ? { offence: inmate.offence } : {}),
    ...(inmate?.expiresOn === undefined ? {} : { expiresOn: inmate.expiresOn }),
    nationalIds: [...person.nationalIds],
    phones: [...person.phones],
    addresses: [...person.addresses],
    roles: [...new Set(person.roles.map((role) => role.kind))],
    ...(person.cleared === undefined
      ? {}
      : { cleared: person.cleared.map(({ allegation, reason, at }) => ({ allegation, reason, at })) }),
    note: member.note,
    ...(member.allegation === undefined ? {} : { allegation: member.allegation }),
  };
}

const linksOfCase = (vault: DocumentSource, caseId: Id): Link[] =>
  Object.values(vault.document.links).filter((link) => link.caseId === caseId && link.removed === undefined);

function byPlace(order: ReadonlyMap<Id, number>): (a: Link, b: Link) => number {
  const place = (id: Id) => order.get(id) ?? order.size;
  return (a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to) || (a.id < b.id ? -1 : 1);
}

function linkOf(link: Link): DocumentLink {
  return {
    id: link.id,
    from: link.from,
    to: link.to,
    kind: link.kind,
    directed: link.directed,
    ...(link.since === undefined ? {} : { since: link.since }),
    ...(link.until === undefined ? {} : { until: link.until }),
    status: link.status,
    grade: link.grade,
    sources: [...link.sources],
    note: link.note,
  };
}

function gatherChart(
  vault: DocumentSource,
  caseId: Id,
  viewId: Id | null,
  order: ReadonlyMap<Id, number>,
): Pick<CaseDocument, 'positions' | 'view'> {
  const chart = chartOfCase(vault, caseId, viewId);
  const { positions, ...view } = stateOf(chart);
  const { positions: _none, ...plain } = plainChart;
  const saved = Object.entries(positions).filter(([id]) => order.has(id));
  return {
    positions: Object.fromEntries(saved.map(([id, { x, y }]) => [id, { x, y }])),
    ...(chart?.name === undefined && canonicalJson(view) === canonicalJson(plain)
      ? {}
      : { view: { ...view, ...(chart?.name === undefined ? {} : { name: chart.name }) } }),
  };
}

/** The visits of one member to another, with the registers they stand in. */
function gatherVisits(
  vault: DocumentSource,
  order: ReadonlyMap<Id, number>,
  usable: UsableCase,
): Pick<CaseDocument, 'registers' | 'visits'> & { readonly left: number } {
  const found: Visit[] = [];
  let left = 0;
  for (const personId of order.keys()) {
    for (const position of vault.visits.ofVisitor(personId)) {
      const visit = vault.visits.at(position);
      if (!order.has(visit.inmateId)) continue;
      if (usable.isUsableRegister(visit.importId)) found.push(visit);
      else left += 1;
    }
  }
  const key = (visit: Visit) => `${visit.date} ${visit.time ?? '99:99'} ${visit.id}`;
  found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const registers: CaseDocument['registers'] = [];
  const numbers = new Map<Id, number>();
  const registerOf = (importId: Id): number => {
    const known = numbers.get(importId);
    if (known !== undefined) return known;
    const source = vault.document.imports[importId];
    const number = source === undefined ? -1 : registers.push({ fileName: source.fileName, sha256: source.sha256 }) - 1;
    numbers.set(importId, number);
    return number;
  };
  const visits = found.map(
    (visit): DocumentVisit => ({
      date: visit.date,
      time: visit.time,
      visitorId: visit.visitorId,
      inmateId: visit.inmateId,
      relation: visit.relation,
      register: registerOf(visit.importId),
      sourceRow: visit.sourceRow,
    }),
  );
  return { registers, visits, left };
}
