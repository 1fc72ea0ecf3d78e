import type { CaseDocument, DocumentLink, DocumentSubject } from '../../../shared/domain/case-document.ts';
import { gradeLabel } from '../../../shared/domain/grade.ts';
import type { NetworkAttribute, NetworkFile } from '../../../shared/network-files/network-file.ts';

const personAttributes = [
  'part',
  'aliases',
  'roles',
  'birthDate',
  'registrationNumber',
  'cell',
  'offence',
  'expiresOn',
  'nationalIds',
  'phones',
  'addresses',
  'note',
  'allegationGrade',
  'allegationScheme',
  'allegationSource',
  'allegationReviewOn',
  'marking',
];
const linkAttributes = [
  'kind',
  'status',
  'gradeScheme',
  'gradeSource',
  'gradeInformation',
  'since',
  'until',
  'sources',
  'note',
  'marking',
];

/**
 * A case as a network for other tools. Every person and every link carries the marking of the case; lists (`sources`,
 * `phones`) are JSON, so that no delimiter can be mistaken; a suspected supplier comes with the grade of the allegation.
 */
export function caseAsNetwork(content: CaseDocument): NetworkFile {
  const { number, title, marking } = content.case;
  const attribute = (on: NetworkAttribute['on'], name: string): NetworkAttribute => ({ on, name, type: 'string' });
  return {
    description: `${number} ${title} (${marking})`,
    attributes: [
      ...personAttributes.map((name) => attribute('person', name)),
      ...linkAttributes.map((name) => attribute('link', name)),
    ],
    people: content.subjects.map((subject) => ({
      id: subject.personId,
      label: subject.name,
      values: given({ ...personValues(subject), marking }),
    })),
    links: content.links.map((link) => ({
      id: link.id,
      from: link.from,
      to: link.to,
      directed: link.directed,
      weight: link.sources.length,
      values: given({ ...linkValues(link), marking }),
    })),
  };
}

type Values = Readonly<Record<string, string | undefined>>;

const list = (items: readonly string[]): string | undefined => (items.length === 0 ? undefined : JSON.stringify(items));

function personValues(subject: DocumentSubject): Values {
  const { part, birthDate, registrationNumber, cell, offence, expiresOn, note, allegation } = subject;
  return {
    part,
    birthDate,
    registrationNumber,
    cell,
    offence,
    expiresOn,
    note,
    aliases: list(subject.aliases),
    roles: list(subject.roles),
    nationalIds: list(subject.nationalIds),
    phones: list(subject.phones),
    addresses: list(subject.addresses),
    ...(allegation && {
      allegationGrade: gradeLabel(allegation.grade),
      allegationScheme: allegation.grade.scheme,
      allegationSource: allegation.source,
      allegationReviewOn: allegation.reviewOn,
    }),
  };
}

function linkValues({ kind, status, grade, since, until, sources, note }: DocumentLink): Values {
  return {
    kind,
    status,
    since,
    until,
    note,
    gradeScheme: grade.scheme,
    gradeSource: grade.source,
    gradeInformation: grade.information,
    sources: list(sources),
  };
}

function given(values: Values): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== '') kept[name] = value;
  return kept;
}
