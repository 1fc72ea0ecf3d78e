import { takesTwo } from '../approval.ts';
import type { Id } from '../basics.ts';
import type { Case } from '../case.ts';
import { type Handling, stricter } from '../handling.ts';
import type { Report } from '../report.ts';
import type { StoredFile } from '../stored-file.ts';
import type { PackageItem } from './item.ts';
import {
  above,
  conditional,
  decided,
  handlingOf,
  originReason,
  type PackRequest,
  type PackSource,
  type PreviewItem,
  sanitisedFrom,
  type StayReason,
  wireOrigins,
} from './packing.ts';

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

export function previewReport(
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

export function previewFiles(
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
