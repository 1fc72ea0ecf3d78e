import { takesTwo } from '../approval.ts';
import { type Id, type Marking, markings } from '../basics.ts';
import type { Case, Member } from '../case.ts';
import { type Handling, stricter } from '../handling.ts';
import type { Link } from '../link.ts';
import { hasRole, type Person, type PersonFields, personFieldsSchema, type Role } from '../person.ts';
import type { Report } from '../report.ts';
import type { StoredFile } from '../stored-file.ts';
import type { ItemType, PackageItem, VisitItemRow } from './item.ts';
import { mostVisitsOfPair, visitsItemId } from './item.ts';
import { type Origin, releaseBar, type WireOrigin } from './origin.ts';

/** From this marking on, what tells of a source stays here, whatever two officers release. */
const sanitisedFrom: Marking = 'rahasia';

/** What of a vault a package can be made from. */
export interface PackSource {
  readonly cases: Readonly<Record<Id, Case>>;
  readonly people: Readonly<Record<Id, Person>>;
  readonly links: Iterable<Link>;
  readonly reports: Iterable<Report>;
  readonly files: Iterable<StoredFile>;
  /** Who somebody turned out to be. */
  personNow(personId: Id): Id;
  /** Of a person, also what came by people who were joined to this one. */
  originsOf(personId: Id): readonly Origin[];
  /** Visits of one of these people to another of them, by pair. */
  visitsAmong(people: ReadonlySet<Id>): Iterable<VisitsOfPair>;
}

export interface VisitsOfPair {
  readonly visitorId: Id;
  readonly inmateId: Id;
  readonly rows: readonly VisitItemRow[];
  readonly origins: readonly Origin[];
}

export interface PackRequest {
  readonly caseIds: readonly Id[];
  /** Named one by one: also lawyers and clergy go when they are named. */
  readonly personIds: readonly Id[];
  /** Beside those of the cases. */
  readonly reportIds: readonly Id[];
  /** Whether photos and files go along with what they hang on. */
  readonly withFiles: boolean;
  readonly recipient: { readonly agencyId: Id; readonly ceiling: Marking };
  /** Stands where a source would be told. */
  readonly ownName: string;
  /** Laid upon everything that goes. */
  readonly handling: Handling;
  /** A calendar day. */
  readonly today: string;
}

export const outcomes = ['goes', 'sanitised', 'stays'] as const;
export const stayReasons = [
  'marking',
  'protected',
  'recalled',
  's2',
  'end-stays',
  'too-many',
  'not-passed-on',
  'source',
  'lost',
] as const;
export type StayReason = (typeof stayReasons)[number];

/** What becomes of one thing, exactly as it will be sealed. */
export interface PreviewItem {
  readonly type: ItemType;
  readonly id: string;
  readonly label: string;
  readonly outcome: (typeof outcomes)[number];
  /** Fields emptied before it goes. */
  readonly withheld: readonly string[];
  /** Why it stays; null when it goes. */
  readonly reason: StayReason | null;
  readonly item: PackageItem | null;
}

/** Decides item by item what may go to an agency, what goes without some of its fields, and what stays. */
export function previewPackage(source: PackSource, request: PackRequest): PreviewItem[] {
  const cases = request.caseIds.flatMap((id) => source.cases[id] ?? []).filter(({ removed }) => removed === undefined);
  const going = cases.filter((file) => caseReason(file, request) === null);
  const secretPeople = new Set<Id>();
  const peopleIds = new Set(request.personIds);
  for (const file of cases)
    for (const { personId } of file.members) {
      if (going.includes(file)) peopleIds.add(personId);
      if (takesTwo(file.marking, sanitisedFrom)) secretPeople.add(personId);
    }
  const people = [...peopleIds]
    .flatMap((id) => source.people[id] ?? [])
    .filter(({ removed }) => removed === undefined)
    .map((person) => previewPerson(person, source, request, secretPeople.has(person.id)));
  const sent = new Set(people.flatMap(({ id, outcome }) => (outcome === 'stays' ? [] : [id])));
  const named = (id: Id): string => source.people[id]?.name ?? '';
  const files = cases.map((file) => previewCase(file, request, sent));
  const links = [...source.links]
    .filter((link) => link.removed === undefined && cases.some(({ id }) => id === link.caseId))
    .map((link) => previewLink(link, source, request, sent, `${named(link.from)} – ${named(link.to)}`));
  const visits = [...source.visitsAmong(sent)].map((pair) =>
    previewVisits(pair, request, `${named(pair.visitorId)} → ${named(pair.inmateId)}`),
  );
  const reports = [...source.reports]
    .filter(({ removed }) => removed === undefined)
    .filter(({ id, caseIds }) => request.reportIds.includes(id) || cases.some((file) => caseIds.includes(file.id)))
    .map((report) => ({ report, preview: previewReport(report, source, request, { going, sent }) }));
  const attached = request.withFiles ? previewFiles(source, request, { people, reports }) : [];
  return [...files, ...people, ...links, ...visits, ...reports.map(({ preview }) => preview), ...attached];
}

type Kept = { readonly item: PackageItem; readonly withheld: readonly string[] };

function decided(
  about: Pick<PreviewItem, 'type' | 'id' | 'label'>,
  reason: StayReason | null,
  pack: () => Kept,
): PreviewItem {
  if (reason !== null) return { ...about, outcome: 'stays', withheld: [], reason, item: null };
  const { item, withheld } = pack();
  const outcome = withheld.length === 0 ? 'goes' : 'sanitised';
  return { ...about, outcome, withheld, reason: null, item: { ...item, withheld: [...withheld] } };
}

const originReason = (origins: readonly Origin[], recipientId: Id): StayReason | null => {
  for (const origin of origins) {
    const bar = releaseBar(origin, recipientId);
    if (bar !== null) return bar;
  }
  return null;
};

const wireOrigins = (origins: readonly Origin[]): WireOrigin[] =>
  origins.slice(0, 50).map(({ agencyId, agency, itemId, handling, conditions, reference }) => ({
    agencyId,
    agency,
    itemId,
    handling,
    conditions,
    reference,
  }));

/** The strictest of what the record, its originators and the package say. */
const handlingOf = (own: Handling | undefined, origins: readonly Origin[], request: PackRequest): Handling =>
  [...origins.map(({ handling }) => handling), ...(own === undefined ? [] : [own])].reduce(stricter, request.handling);

const conditional = (own: Handling | undefined, origins: readonly Origin[]): boolean =>
  own?.code === 'C' || origins.some(({ handling }) => handling.code === 'C');

const above = (marking: Marking, ceiling: Marking): boolean => markings.indexOf(marking) > markings.indexOf(ceiling);

const caseReason = (file: Case, { recipient }: PackRequest): StayReason | null =>
  above(file.marking, recipient.ceiling) ? 'marking' : originReason(file.origins ?? [], recipient.agencyId);

function previewCase(file: Case, request: PackRequest, sent: ReadonlySet<Id>): PreviewItem {
  const { id, number, title, marking, purpose, legalBasis, notes, reviewOn, status, version } = file;
  return decided({ type: 'case', id, label: `${number} ${title}` }, caseReason(file, request), () => {
    const origins = file.origins ?? [];
    const guarded = takesTwo(marking, sanitisedFrom) || conditional(file.handling, origins);
    const withheld = new Set<string>();
    if (guarded && notes !== '') withheld.add('notes');
    if (file.members.some(({ personId }) => !sent.has(personId))) withheld.add('members');
    const members = file.members
      .filter(({ personId }) => sent.has(personId))
      .map((member) => packMember(member, request, guarded, withheld));
    const fields = {
      title,
      marking,
      purpose,
      legalBasis,
      notes: guarded ? '' : notes,
      reviewOn,
      number,
      status,
      members,
    };
    const handling = handlingOf(file.handling, origins, request);
    return {
      item: { type: 'case', id, version, handling, origins: wireOrigins(origins), withheld: [], fields },
      withheld: [...withheld],
    };
  });
}

/** An allegation that nobody renewed has lapsed: it is not passed on. */
function packMember(member: Member, request: PackRequest, guarded: boolean, withheld: Set<string>) {
  const { personId, note, allegation } = member;
  const lapsed = allegation !== undefined && allegation.reviewOn < request.today;
  if (lapsed) withheld.add('allegation');
  if (guarded && note !== '') withheld.add('member-note');
  if (guarded && allegation !== undefined && !lapsed) withheld.add('allegation-source');
  const part = lapsed && member.part === 'supplier' ? 'other' : member.part;
  return {
    personId,
    part,
    note: guarded ? '' : note,
    ...(allegation === undefined || lapsed
      ? {}
      : { allegation: guarded ? { ...allegation, source: request.ownName } : allegation }),
  };
}

function previewPerson(person: Person, source: PackSource, request: PackRequest, secret: boolean): PreviewItem {
  const { id, name, version } = person;
  const origins = source.originsOf(id);
  const whole = origins.filter((origin) => origin.whole);
  const isProtected = hasRole(person, 'lawyer') || hasRole(person, 'clergy');
  const reason =
    isProtected && !request.personIds.includes(id) ? 'protected' : originReason(whole, request.recipient.agencyId);
  return decided({ type: 'person', id, label: name }, reason, () => {
    const withheld = new Set<string>();
    const fields = personFieldsSchema.strip().parse(person);
    if ((secret || conditional(person.handling, origins)) && fields.notes !== '') {
      fields.notes = '';
      withheld.add('notes');
    }
    // Values that somebody else may not be given are taken out; what else is known of the person is ours.
    for (const { values } of origins.filter((origin) => releaseBar(origin, request.recipient.agencyId) !== null))
      withoutValues(fields, values).forEach((field) => withheld.add(field));
    const handling = handlingOf(person.handling, origins, request);
    return {
      item: { type: 'person', id, version, handling, origins: wireOrigins(origins), withheld: [], fields },
      withheld: [...withheld],
    };
  });
}

const listFields = ['aliases', 'nationalIds', 'phones', 'addresses'] as const;

/** A part somebody plays, as an origin names it among its values. */
export const roleText = (role: Role): string =>
  JSON.stringify(Object.entries(role).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Takes values out of a person's fields, and tells of which fields something is gone. */
export function withoutValues(
  fields: Pick<PersonFields, (typeof listFields)[number] | 'birthDate' | 'roles'>,
  values: Origin['values'],
): readonly string[] {
  const touched: string[] = [];
  for (const field of listFields) {
    const gone = new Set(values[field] ?? []);
    const left = fields[field].filter((value) => !gone.has(value));
    if (left.length === fields[field].length) continue;
    fields[field] = left;
    touched.push(field);
  }
  if (fields.birthDate !== undefined && values['birthDate']?.includes(fields.birthDate) === true) {
    delete fields.birthDate;
    touched.push('birthDate');
  }
  const gone = new Set(values['roles'] ?? []);
  const left = fields.roles.filter((role) => !gone.has(roleText(role)));
  // A record without any part to play is none; then the parts stay and say no more than that.
  if (left.length > 0 && left.length < fields.roles.length) {
    fields.roles = left;
    touched.push('roles');
  }
  return touched;
}

function previewLink(
  link: Link,
  source: PackSource,
  request: PackRequest,
  sent: ReadonlySet<Id>,
  label: string,
): PreviewItem {
  const { id, caseId, version, from, to, kind, directed, since, until, status, grade } = link;
  const file = source.cases[caseId];
  const origins = link.origins ?? [];
  const reason =
    (file === undefined ? 'end-stays' : caseReason(file, request)) ??
    originReason(origins, request.recipient.agencyId) ??
    (sent.has(from) && sent.has(to) ? null : 'end-stays');
  return decided({ type: 'link', id, label }, reason, () => {
    const guarded =
      (file !== undefined && takesTwo(file.marking, sanitisedFrom)) || conditional(link.handling, origins);
    const withheld = guarded ? ['sources', ...(link.note === '' ? [] : ['note'])] : [];
    const fields = {
      from,
      to,
      kind,
      directed,
      status,
      grade,
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      sources: guarded ? [request.ownName] : [...link.sources],
      note: guarded ? '' : link.note,
    };
    const handling = handlingOf(link.handling, origins, request);
    return {
      item: { type: 'link', id, caseId, version, handling, origins: wireOrigins(origins), withheld: [], fields },
      withheld,
    };
  });
}

function previewVisits(pair: VisitsOfPair, request: PackRequest, label: string): PreviewItem {
  const { visitorId, inmateId, rows, origins } = pair;
  const id = visitsItemId(visitorId, inmateId);
  const reason = rows.length > mostVisitsOfPair ? 'too-many' : originReason(origins, request.recipient.agencyId);
  return decided({ type: 'visits', id, label: `${label} (${rows.length})` }, reason, () => {
    const handling = handlingOf(undefined, origins, request);
    const shape = { version: 1, handling, origins: wireOrigins(origins), withheld: [] };
    return { item: { ...shape, type: 'visits', id, visitorId, inmateId, rows: [...rows] }, withheld: [] };
  });
}

/** What a report tells of its source stays here when anything about it is guarded; that is not for one officer to weigh. */
const tellsOfSource = (report: Report): boolean =>
  report.source.kind === 'confidential' ||
  takesTwo(report.marking, sanitisedFrom) ||
  conditional(report.handling, report.origins ?? []);

function reportReason(report: Report, { recipient }: PackRequest): StayReason | null {
  if (report.state === 'recalled') return 'recalled';
  if (report.state !== 'disseminated') return 'not-passed-on';
  return above(report.marking, recipient.ceiling) ? 'marking' : originReason(report.origins ?? [], recipient.agencyId);
}

function previewReport(
  report: Report,
  source: PackSource,
  request: PackRequest,
  { going, sent }: { readonly going: readonly Case[]; readonly sent: ReadonlySet<Id> },
): PreviewItem {
  const { id, version, number, subject, field, marking, priority, place, opinion, caseIds } = report;
  const about = { type: 'report', id, label: `${number} ${subject}` } as const;
  return decided(about, reportReason(report, request), () => {
    const origins = report.origins ?? [];
    const guarded = tellsOfSource(report);
    const withheld = new Set<string>(guarded ? ['source'] : []);
    const unless = (name: string, value: string): string => {
      if (!guarded || value === '') return value;
      withheld.add(name);
      return '';
    };
    const items = report.items.map((item) => {
      const mentions = item.mentions.flatMap((mention) => {
        const personId = source.personNow(mention.personId);
        return sent.has(personId) ? [{ ...mention, personId }] : [];
      });
      if (mentions.length < item.mentions.length) withheld.add('mentions');
      return { ...item, mentions };
    });
    const fields = {
      number,
      subject,
      field,
      marking,
      priority,
      source: guarded || report.source.kind === 'confidential' ? request.ownName : report.source.description,
      relation: unless('relation', report.relation),
      method: unless('method', report.method),
      place: unless('place', place),
      informationFrom: report.informationFrom,
      ...(report.informationUntil === undefined ? {} : { informationUntil: report.informationUntil }),
      writtenOn: report.writtenOn,
      items,
      opinion: { ...opinion, stepsTaken: unless('stepsTaken', opinion.stepsTaken) },
      risk: unless('risk', report.risk),
      caseIds: caseIds.filter((caseId) => going.some((file) => file.id === caseId)),
    };
    const handling = handlingOf(report.handling, origins, request);
    return {
      item: { type: 'report', id, version, handling, origins: wireOrigins(origins), withheld: [], fields },
      withheld: [...withheld],
    };
  });
}

interface Owner {
  readonly label: string;
  readonly goes: boolean;
  readonly handling: Handling;
  /** Nobody can sanitise what is in a file. */
  readonly tells: boolean;
}

function previewFiles(
  source: PackSource,
  request: PackRequest,
  going: {
    readonly people: readonly PreviewItem[];
    readonly reports: readonly { readonly report: Report; readonly preview: PreviewItem }[];
  },
): PreviewItem[] {
  const ownerOf = ({ label, outcome, item }: PreviewItem, tells: boolean): Owner => ({
    label,
    goes: outcome !== 'stays',
    handling: item?.handling ?? request.handling,
    tells,
  });
  const people = new Map(going.people.map((preview) => [preview.id, ownerOf(preview, false)]));
  const reports = new Map(
    going.reports.map(({ report, preview }) => [report.id, ownerOf(preview, tellsOfSource(report))]),
  );
  return [...source.files].flatMap((file) => {
    const { collection, id: ownerId } = file.on;
    if (file.removed !== undefined || (collection !== 'people' && collection !== 'reports')) return [];
    const on = { collection, id: collection === 'people' ? source.personNow(ownerId) : ownerId };
    const owner = (collection === 'people' ? people : reports).get(on.id);
    return owner === undefined ? [] : [previewFile(file, on, owner, request)];
  });
}

function previewFile(
  file: StoredFile,
  on: Extract<PackageItem, { type: 'file' }>['on'],
  owner: Owner,
  request: PackRequest,
): PreviewItem {
  const { id, version, name, bytes, sha256, origins = [] } = file;
  return decided({ type: 'file', id, label: `${name} (${owner.label})` }, fileReason(file, owner, request), () => {
    const handling = [...origins.map((origin) => origin.handling), owner.handling].reduce(stricter);
    const shape = { version, handling, origins: wireOrigins(origins), withheld: [] };
    return { item: { ...shape, type: 'file', id, on, fields: { name, bytes, sha256 } }, withheld: [] };
  });
}

function fileReason({ blob, origins }: StoredFile, owner: Owner, { recipient }: PackRequest): StayReason | null {
  if (!owner.goes) return 'end-stays';
  if (blob === undefined) return 'lost';
  return owner.tells ? 'source' : originReason(origins ?? [], recipient.agencyId);
}
