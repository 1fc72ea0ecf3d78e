import type { CaseDocument, CaseSection, ExportLine } from '../../../../shared/domain/case-document.ts';
import type { FontBytes } from '../pdf/font-file.ts';
import { Sheet } from '../pdf/sheet.ts';
import { finish } from '../pdf/tagged-document.ts';
import { Words } from '../words.ts';
import { writeCaseData } from './case-data.ts';
import { writeChart } from './chart.ts';
import { writeAbout, writeGradingKey } from './closing.ts';
import { type Composition, numberSubjects } from './composition.ts';
import { contentsPages, writeContents } from './contents.ts';
import { writeCover } from './cover.ts';
import { writeEvidence } from './evidence.ts';
import { writeDisclosure } from './disclosure.ts';
import { writeFindings } from './findings.ts';
import { drawFrames, headOf } from './frame.ts';
import { writeDecisions } from './decisions.ts';
import { writeHypotheses } from './hypotheses.ts';
import { writeKeyFacts } from './key-facts.ts';
import { writeLinks } from './links.ts';
import { hasAssociations, writeMatrix } from './matrix.ts';
import { writeReports } from './reports.ts';
import { partsPresent, writeSubjects } from './subjects.ts';
import { writeTasks } from './tasks.ts';
import { hasTimedEvents, writeTimeline } from './timeline.ts';
import { writeVisits } from './visits.ts';

export interface WrittenPdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
}

interface Section {
  readonly name: CaseSection;
  readonly start: 'portrait' | 'landscape' | 'flow';
  readonly write: (composition: Composition) => void;
  /** Where all parts are wanted, this one is left out when there is nothing in it. */
  readonly optional?: (content: CaseDocument) => boolean;
}

const sections: readonly Section[] = [
  { name: 'case', start: 'portrait', write: writeCaseData },
  { name: 'subjects', start: 'portrait', write: writeSubjects },
  { name: 'chart', start: 'landscape', write: writeChart },
  { name: 'matrix', start: 'landscape', write: writeMatrix, optional: (content) => !hasAssociations(content) },
  { name: 'timeline', start: 'landscape', write: writeTimeline, optional: (content) => !hasTimedEvents(content) },
  { name: 'links', start: 'portrait', write: writeLinks },
  { name: 'visits', start: 'flow', write: writeVisits },
  {
    name: 'findings',
    start: 'flow',
    write: writeFindings,
    optional: ({ findings }) => findings === undefined,
  },
  { name: 'reports', start: 'portrait', write: writeReports, optional: ({ reports }) => reports === undefined },
  {
    name: 'facts',
    start: 'flow',
    write: writeKeyFacts,
    optional: ({ facts = [] }) => !facts.some(({ isKey }) => isKey),
  },
  { name: 'hypotheses', start: 'flow', write: writeHypotheses, optional: ({ hypotheses }) => hypotheses === undefined },
  {
    name: 'tasks',
    start: 'flow',
    write: writeTasks,
    optional: ({ gaps, tasks }) => gaps === undefined && tasks === undefined,
  },
  { name: 'decisions', start: 'flow', write: writeDecisions, optional: ({ decisions }) => decisions === undefined },
  { name: 'evidence', start: 'portrait', write: writeEvidence, optional: ({ exhibits }) => exhibits === undefined },
  {
    name: 'disclosure',
    start: 'flow',
    write: writeDisclosure,
    optional: ({ disclosure }) => disclosure === undefined,
  },
  { name: 'grading', start: 'flow', write: writeGradingKey },
  { name: 'about', start: 'flow', write: writeAbout },
];

/** The parts that were chosen, or all that have something in them. */
const sectionsOf = (content: CaseDocument): readonly Section[] =>
  sections.filter(({ name, optional }) => content.sections?.includes(name) ?? optional?.(content) !== true);

/** Of a profile with the name of its subject. */
function titleOf({ case: file, subjects, profileOf }: CaseDocument): string {
  const profiled = subjects.find(({ personId }) => personId === profileOf);
  return [file.number, profiled?.name, file.title].filter((part) => part !== undefined).join(' ');
}

/** Entries of the contents that stand for subsections of the visits. */
const visitEntries = 3;

/**
 * Sets the whole case file. The same content, export line and fonts give the same bytes, unless a password encrypts them.
 *
 * @param report told after each part how many of how many are done
 */
export async function writeCaseFile(
  content: CaseDocument,
  exportLine: ExportLine,
  fonts: FontBytes,
  report: (done: number, total: number) => void,
  password?: string,
): Promise<WrittenPdf> {
  const words = new Words(exportLine.language);
  const sheet = new Sheet(fonts, {
    title: titleOf(content),
    language: exportLine.language === 'id' ? 'id-ID' : 'en-GB',
    createdAt: new Date(exportLine.at),
    password,
  });
  const composition: Composition = { sheet, words, content, exportLine, numbered: numberSubjects(content.subjects) };
  const written = sectionsOf(content);
  const total = written.length + 2;
  writeCover(composition);
  const contents = sheet.element('Sect', sheet.root);
  const firstContents = sheet.pageNumber + 1;
  for (let free = contentsPages(written.length + partsPresent(content.subjects) + visitEntries); free > 0; free -= 1) {
    sheet.newPage();
  }
  sheet.pdf.outline.addItem(words.say('contents'), { left: sheet.pdf.page.width });
  for (const [index, section] of written.entries()) {
    report(index + 1, total);
    sheet.beginSection(`${index + 1} ${words.say(`section.${section.name}`)}`, section.name, section.start);
    section.write(composition);
  }
  report(total - 1, total);
  writeContents(sheet, words, contents, firstContents);
  drawFrames(sheet, words, headOf(content), exportLine, { cover: true });
  const pages = sheet.pageNumber;
  const bytes = await finish(sheet.pdf);
  report(total, total);
  return { bytes, pages };
}
