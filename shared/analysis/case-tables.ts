import Papa from 'papaparse';
import { z } from 'zod';
import type { CaseDocument } from '../domain/case-document.ts';
import { gradeLabel } from '../domain/grade.ts';
import { handlingLabel } from '../domain/handling.ts';
import { textCell } from '../network-files/csv-cell.ts';

/** What of a case can be had as a table. */
export const caseTables = ['subjects', 'links', 'visits', 'reports'] as const;
export const caseTableSchema = z.enum(caseTables);
export type CaseTable = z.infer<typeof caseTableSchema>;

type Row = Readonly<Record<string, string>>;

const several = (values: readonly string[]): string => values.join('; ');

/** A row for each subject, link, visit, or item of a report. */
function rowsOf({ subjects, links, visits, registers, reports = [] }: CaseDocument, table: CaseTable): Row[] {
  const name = (id: string): string => subjects.find(({ personId }) => personId === id)?.name ?? '';
  switch (table) {
    case 'subjects':
      return subjects.map((subject) => ({
        id: subject.personId,
        part: subject.part,
        name: subject.name,
        aliases: several(subject.aliases),
        registrationNumber: subject.registrationNumber ?? '',
        cell: subject.cell ?? '',
        birthDate: subject.birthDate ?? '',
        nationalIds: several(subject.nationalIds),
        phones: several(subject.phones),
        addresses: several(subject.addresses),
        note: subject.note,
        allegationGrade: subject.allegation === undefined ? '' : gradeLabel(subject.allegation.grade),
        allegationSource: subject.allegation?.source ?? '',
      }));
    case 'links':
      return links.map((link) => ({
        from: link.from,
        fromName: name(link.from),
        to: link.to,
        toName: name(link.to),
        kind: link.kind,
        directed: String(link.directed),
        since: link.since ?? '',
        until: link.until ?? '',
        status: link.status,
        scheme: link.grade.scheme,
        grade: gradeLabel(link.grade),
        sources: several(link.sources),
        note: link.note,
      }));
    case 'visits':
      return visits.map((visit) => ({
        date: visit.date,
        time: visit.time ?? '',
        visitor: visit.visitorId,
        visitorName: name(visit.visitorId),
        inmate: visit.inmateId,
        inmateName: name(visit.inmateId),
        relation: visit.relation,
        register: registers[visit.register]?.fileName ?? '',
        row: visit.sourceRow === undefined ? '' : String(visit.sourceRow),
      }));
    case 'reports':
      return reports.flatMap((report) =>
        report.items.map(({ text, grade }, index) => ({
          number: report.number,
          subject: report.subject,
          from: report.informationFrom,
          until: report.informationUntil ?? '',
          written: report.writtenOn,
          marking: report.marking,
          handling: handlingLabel(report.handling),
          item: String(index + 1),
          text,
          scheme: grade.scheme,
          grade: gradeLabel(grade),
        })),
      );
  }
}

/** The table as CSV for spreadsheets: UTF-8 with mark, no cell of it is taken for a formula. Empty without rows. */
export function caseCsv(content: CaseDocument, table: CaseTable): string {
  const rows = rowsOf(content, table).map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, textCell(value)])),
  );
  return rows.length === 0 ? '' : `\uFEFF${Papa.unparse(rows, { newline: '\r\n', quotes: true })}\r\n`;
}
