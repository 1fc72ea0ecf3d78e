import { z } from 'zod';
import { agencyKey } from '../../../../shared/domain/coordination/agency-name.ts';
import { isOverdue, meetingSchema } from '../../../../shared/domain/coordination/meeting.ts';
import { handlingLabel } from '../../../../shared/domain/handling.ts';
import { dateSchema } from '../../../../shared/domain/basics.ts';
import type { ExportLine } from '../../../../shared/domain/case-document.ts';
import { drawFacts } from '../case-file-pdf/facts.ts';
import type { WrittenPdf } from '../case-file-pdf/write-case-file.ts';
import type { FontBytes } from '../pdf/font-file.ts';
import { cell, Table } from '../pdf/table.ts';
import { type } from '../pdf/theme.ts';
import { drawSigning, type Paper, writePaper } from './paper.ts';

/** Minutes of a meeting as they are printed. */
export const meetingMinutesSchema = z.strictObject({
  agency: z.string(),
  today: dateSchema,
  meeting: meetingSchema,
  cases: z.array(z.strictObject({ id: z.string(), number: z.string(), title: z.string() })),
  /** Who approved the minutes; null for a draft. */
  approvedBy: z.string().nullable(),
  corrections: z.array(z.strictObject({ at: z.string(), by: z.string(), text: z.string() })),
});
export type MeetingMinutes = z.infer<typeof meetingMinutesSchema>;

export const writeMeetingMinutes = (
  content: MeetingMinutes,
  exportLine: ExportLine,
  fonts: FontBytes,
): Promise<WrittenPdf> =>
  writePaper(
    { kind: 'minutes', name: content.meeting.title, marking: content.meeting.marking, agency: content.agency },
    exportLine,
    fonts,
    (paper) => {
      drawHead(paper, content);
      paper.heading('meeting.agenda');
      orNone(paper, content.meeting.agenda);
      drawAttendance(paper, content);
      paper.heading('meeting.minutes');
      paper.sheet.paragraph(content.meeting.minutes || paper.say('print.none'));
      paper.heading('meeting.decisions');
      orNone(paper, content.meeting.decisions);
      drawActions(paper, content);
      if (content.corrections.length > 0) {
        paper.heading('meeting.corrections');
        for (const { at, by, text } of content.corrections) {
          paper.sheet.paragraph(`${paper.words.instant(at)} · ${by}`, type.label);
          paper.sheet.paragraph(text);
          paper.sheet.space(4);
        }
      }
      drawSigning(paper, signersOf(paper, content));
    },
  );

const orNone = (paper: Paper, texts: readonly string[]): void => {
  if (texts.length === 0) paper.sheet.paragraph(paper.say('print.none'), type.note);
  else paper.numbered(texts);
};

function drawHead({ sheet, words, say }: Paper, { meeting, cases, approvedBy }: MeetingMinutes): void {
  const { approved } = meeting;
  drawFacts(
    sheet,
    [
      { label: say('meeting.day'), value: `${words.date(meeting.day)}, ${words.time(meeting.time)} WIB` },
      { label: say('meeting.place'), value: meeting.place },
      { label: say('handling'), value: handlingLabel(meeting.handling) },
      ...(cases.length === 0
        ? []
        : [
            {
              label: say('operation.cases'),
              value: cases.map(({ number, title }) => `${number} · ${title}`).join('\n'),
            },
          ]),
      {
        label: say('meeting.state'),
        value:
          approved === undefined
            ? say('meeting.draft')
            : say('print.minutes.approved', { at: words.instant(approved.at), by: approvedBy ?? '' }),
      },
    ],
    { labelWidth: 130, ruled: true },
  );
}

function drawAttendance({ sheet, say, heading }: Paper, { meeting }: MeetingMinutes): void {
  heading('meeting.attendees');
  if (meeting.attendees.length === 0) {
    sheet.paragraph(say('print.none'), type.note);
    return;
  }
  const table = new Table(
    sheet,
    [
      { title: say('print.number'), share: 6 },
      { title: say('attendee.name'), share: 30 },
      { title: say('attendee.rank'), share: 22 },
      { title: say('agency'), share: 28 },
      { title: say('print.minutes.initials'), share: 14 },
    ],
    say('meeting.attendees'),
  );
  for (const [index, { name, rank, agency }] of meeting.attendees.entries())
    table.row([cell(String(index + 1)), cell(name, type.cellStrong), cell(rank || '—'), cell(agency), cell('')]);
  table.end();
}

function drawActions({ sheet, words, say, heading }: Paper, { meeting, today }: MeetingMinutes): void {
  heading('meeting.actions');
  if (meeting.actions.length === 0) {
    sheet.paragraph(say('print.none'), type.note);
    return;
  }
  const table = new Table(
    sheet,
    [
      { title: say('print.number'), share: 6 },
      { title: say('action.what'), share: 36 },
      { title: say('action.who'), share: 24 },
      { title: say('action.dueOn'), share: 15 },
      { title: say('action.state'), share: 22 },
    ],
    say('meeting.actions'),
  );
  for (const [index, action] of meeting.actions.entries()) {
    const { what, who, agency, dueOn, state, outcome, settledOn } = action;
    const settled = settledOn === undefined ? [] : cell(words.date(settledOn), type.cellSoft);
    table.row([
      cell(String(index + 1)),
      cell(what, type.cellStrong),
      [...cell(who), ...cell(agency, type.cellSoft)],
      cell(words.date(dueOn)),
      [
        ...cell(say(`actionState.${isOverdue(action, today) ? 'overdue' : state}`)),
        ...settled,
        ...(outcome === '' ? [] : cell(outcome, type.cellSoft)),
      ],
    ]);
  }
  table.end();
}

/** One line for each agency that was there, the two that take part when nobody was written down. */
function signersOf({ say }: Paper, { meeting, agency }: MeetingMinutes): { label: string; name: string }[] {
  const agencies = new Map<string, string>();
  for (const attendee of meeting.attendees)
    if (!agencies.has(agencyKey(attendee.agency))) agencies.set(agencyKey(attendee.agency), attendee.agency);
  const named = agencies.size === 0 ? [agency, ''] : [...agencies.values()];
  return named.map((name) => ({
    label: say('print.minutes.for', { agency: name || '…………' }),
    name: say('print.nameRank'),
  }));
}
