import { z } from 'zod';
import { dateSchema } from '../../../../shared/domain/basics.ts';
import type { ExportLine } from '../../../../shared/domain/case-document.ts';
import { isOverdue } from '../../../../shared/domain/coordination/meeting.ts';
import { openTasksOf, operationSchema } from '../../../../shared/domain/coordination/operation.ts';
import { handlingLabel } from '../../../../shared/domain/handling.ts';
import { drawFacts } from '../case-file-pdf/facts.ts';
import type { WrittenPdf } from '../case-file-pdf/write-case-file.ts';
import type { FontBytes } from '../pdf/font-file.ts';
import { cell, Table } from '../pdf/table.ts';
import { type } from '../pdf/theme.ts';
import { drawSigning, type Paper, writePaper } from './paper.ts';

/** An operation as its plan is printed. */
export const operationPlanSchema = z.strictObject({
  agency: z.string(),
  today: dateSchema,
  operation: operationSchema,
  cases: z.array(z.strictObject({ id: z.string(), number: z.string(), title: z.string() })),
});
export type OperationPlan = z.infer<typeof operationPlanSchema>;

export const writeOperationPlan = (
  content: OperationPlan,
  exportLine: ExportLine,
  fonts: FontBytes,
): Promise<WrittenPdf> =>
  writePaper(
    { kind: 'plan', name: content.operation.name, marking: content.operation.marking, agency: content.agency },
    exportLine,
    fonts,
    (paper) => {
      const { operation, cases } = content;
      const { sheet, say, heading } = paper;
      drawFacts(
        sheet,
        [
          { label: say('operation.purpose'), value: operation.purpose },
          { label: say('operation.legalBasis'), value: operation.legalBasis },
          { label: say('operation.state'), value: say(`operationState.${operation.state}`) },
          ...(operation.outcome === '' ? [] : [{ label: say('operation.outcome'), value: operation.outcome }]),
          { label: say('handling'), value: handlingLabel(operation.handling) },
          {
            label: say('operation.cases'),
            value: cases.length === 0 ? '—' : cases.map(({ number, title }) => `${number} · ${title}`).join('\n'),
          },
        ],
        { labelWidth: 130, ruled: true },
      );
      drawPhases(paper, content);
      drawContacts(paper, content);
      for (const part of ['risks', 'notes'] as const) {
        if (operation[part] === '') continue;
        heading(`operation.${part}`);
        sheet.paragraph(operation[part]);
      }
      drawSigning(paper, [
        { label: say('print.plan.prepared'), name: say('print.nameRank') },
        { label: say('print.plan.agreed'), name: say('print.nameRank') },
      ]);
    },
  );

function drawPhases({ sheet, words, say, heading }: Paper, { operation, today }: OperationPlan): void {
  heading('operation.phases');
  if (operation.phases.length === 0) {
    sheet.paragraph(say('print.none'), type.note);
    return;
  }
  const open = new Set(openTasksOf(operation).map(({ id }) => id));
  const table = new Table(
    sheet,
    [
      { title: say('task.what'), share: 42 },
      { title: say('task.owner'), share: 28 },
      { title: say('task.dueOn'), share: 16 },
      { title: say('task.state'), share: 16 },
    ],
    say('operation.phases'),
  );
  for (const [index, { name, from, until, state, tasks }] of operation.phases.entries()) {
    const period = say('print.plan.period', { from: words.date(from), until: words.date(until) });
    table.group(`${index + 1}. ${name}`, `${period} · ${say(`phaseState.${state}`)}`);
    if (tasks.length === 0) table.row([cell(say('print.none'), type.cellSoft), cell(''), cell(''), cell('')]);
    for (const task of tasks) {
      const overdue = open.has(task.id) && isOverdue(task, today);
      table.row([
        cell(task.what, type.cellStrong),
        [...cell(task.owner), ...cell(task.agency, type.cellSoft)],
        cell(words.date(task.dueOn)),
        cell(say(`actionState.${overdue ? 'overdue' : task.state}`)),
      ]);
    }
  }
  table.end();
}

function drawContacts({ sheet, say, heading }: Paper, { operation }: OperationPlan): void {
  heading('operation.contacts');
  if (operation.contacts.length === 0) {
    sheet.paragraph(say('print.none'), type.note);
    return;
  }
  const table = new Table(
    sheet,
    [
      { title: say('contact.name'), share: 26 },
      { title: say('contact.role'), share: 22 },
      { title: say('agency'), share: 24 },
      { title: say('contact.phone'), share: 18 },
      { title: say('contact.radio'), share: 14 },
    ],
    say('operation.contacts'),
  );
  for (const { name, role, agency, phone, radio } of operation.contacts)
    table.row([cell(name, type.cellStrong), cell(role || '—'), cell(agency), cell(phone || '—'), cell(radio || '—')]);
  table.end();
}
