import type { CaseDocument, DocumentSubject, ExportLine } from '../../../../shared/domain/case-document.ts';
import type { Sheet } from '../pdf/sheet.ts';
import type { Words } from '../words.ts';

/** What every section of the case file is written with. */
export interface Composition {
  readonly sheet: Sheet;
  readonly words: Words;
  readonly content: CaseDocument;
  readonly exportLine: ExportLine;
  /** Subjects with the number they carry throughout the file, by identifier. */
  readonly numbered: ReadonlyMap<string, NumberedSubject>;
}

export interface NumberedSubject {
  readonly number: number;
  readonly subject: DocumentSubject;
}

export function numberSubjects(subjects: readonly DocumentSubject[]): ReadonlyMap<string, NumberedSubject> {
  return new Map(subjects.map((subject, index) => [subject.personId, { number: index + 1, subject }]));
}

/** `12  Budi Santoso`, as subjects are called in tables. */
export function subjectLabel(composition: Pick<Composition, 'numbered'>, personId: string): string {
  const found = composition.numbered.get(personId);
  return found === undefined ? '—' : `${found.number}. ${found.subject.name}`;
}
