import type {
  CaseDocument,
  DisclosureEntry,
  DocumentLink,
  DocumentReport,
  DocumentSubject,
} from '../../../shared/domain/case-document.ts';
import type { Sanitisation } from '../../../shared/domain/sanitisation.ts';
import type { ProtectedWords } from './protected-words.ts';

export interface Secrets {
  /** Names of people who are left out already. */
  readonly names: readonly string[];
  /** Protects what tells of sources, and the given names. */
  readonly protect: (names: readonly string[]) => ProtectedWords;
  /** What is left out already. */
  readonly before: readonly DisclosureEntry[];
}

/**
 * The case file without anything that tells where information comes from: sources, working notes, findings, rows of
 * registers, officers. What is known from a protected source alone is left out as a whole, and protected words are taken
 * out of the texts that stay. Nothing of it is in the data the pages are made from.
 */
export function sanitisedCase(
  content: CaseDocument,
  level: Sanitisation,
  { names, protect, before }: Secrets,
): CaseDocument {
  const tally = new Tally(before);
  const sources = protect([]);
  const isKnownOpenly = ({ allegation }: DocumentSubject): boolean =>
    allegation === undefined || !sources.isIn(allegation.source);
  const subjects = content.subjects.filter(isKnownOpenly);
  const shown = new Set(subjects.map(({ name }) => name.toLowerCase()));
  const hidden = content.subjects.filter((subject) => !isKnownOpenly(subject));
  const words = protect([
    ...names,
    ...hidden.flatMap(({ name, aliases }) => [name, ...aliases]).filter((name) => !shown.has(name.toLowerCase())),
  ]);
  const clean = (text: string): string => {
    const { text: left, count } = words.takenOutOf(text);
    tally.add('word', 'source', count);
    return left;
  };
  const internal = (text: string): string => {
    tally.add('text', 'internal', text === '' ? 0 : 1);
    return '';
  };
  const {
    format,
    agency,
    conditions,
    findings = [],
    hypotheses = [],
    facts = [],
    gaps = [],
    tasks = [],
    decisions = [],
    exhibits = [],
  } = content;
  tally.add('finding', 'internal', findings.length);
  tally.add('exhibit', 'internal', exhibits.length);
  tally.add(
    'text',
    'internal',
    hypotheses.length +
      facts.length +
      gaps.length +
      tasks.length +
      decisions.length +
      (content.case.closing === undefined ? 0 : 1),
  );

  tally.add('subject', 'source', hidden.length);
  const stays = new Set(subjects.map(({ personId }) => personId));
  const links = content.links.filter(
    (link) => stays.has(link.from) && stays.has(link.to) && !link.sources.every((source) => sources.isIn(source)),
  );
  tally.add('link', 'source', content.links.length - links.length);
  const visits = content.visits.filter(({ visitorId, inmateId }) => stays.has(visitorId) && stays.has(inmateId));
  tally.add('visit', 'source', content.visits.length - visits.length);

  const openLink = (link: DocumentLink): DocumentLink => {
    tally.add('text', 'source', link.sources.length);
    return { ...link, kind: clean(link.kind), sources: [], note: internal(link.note) };
  };
  const openSubject = (subject: DocumentSubject): DocumentSubject => {
    const { allegation } = subject;
    tally.add('text', 'source', allegation === undefined ? 0 : 1);
    return {
      ...subject,
      note: internal(subject.note),
      ...(allegation === undefined ? {} : { allegation: { ...allegation, source: '' } }),
    };
  };
  const openReport = ({ source: _source, ...report }: DocumentReport): DocumentReport => {
    tally.add('text', 'source', 1);
    return {
      ...report,
      evaluatedBy: '',
      subject: clean(report.subject),
      handling:
        report.handling.code === 'P' ? report.handling : { ...report.handling, note: clean(report.handling.note) },
      items: report.items.map((item) => ({ ...item, text: clean(item.text) })),
    };
  };

  const { closing: _closing, ...file } = content.case;
  // Named one by one: what is added to case files stays out until it is allowed here.
  return {
    format,
    agency,
    ...(conditions === undefined ? {} : { conditions }),
    case: {
      ...file,
      title: clean(file.title),
      purpose: clean(file.purpose),
      legalBasis: clean(file.legalBasis),
      notes: internal(file.notes),
      openedBy: '',
    },
    subjects: subjects.map(openSubject),
    links: links.map(openLink),
    positions: Object.fromEntries(Object.entries(content.positions).filter(([id]) => stays.has(id))),
    registers: [],
    visits: visits.map(({ sourceRow: _row, ...visit }) => ({
      ...visit,
      relation: clean(visit.relation),
      register: -1,
    })),
    ...(content.reports === undefined ? {} : { reports: content.reports.map(openReport) }),
    sanitised: level,
    ...tally.entries(),
  };
}

/** Counts what is left out, by kind and reason. */
class Tally {
  readonly #entries: DisclosureEntry[];

  constructor(before: Secrets['before']) {
    this.#entries = before.filter(({ count }) => count > 0);
  }

  add(kind: DisclosureEntry['kind'], reason: DisclosureEntry['reason'], count: number): void {
    if (count === 0) return;
    const index = this.#entries.findIndex((entry) => entry.kind === kind && entry.reason === reason);
    const before = this.#entries[index];
    if (before === undefined) this.#entries.push({ kind, reason, count });
    else this.#entries[index] = { ...before, count: before.count + count };
  }

  entries(): Pick<CaseDocument, 'disclosure'> {
    return this.#entries.length === 0 ? {} : { disclosure: this.#entries };
  }
}
