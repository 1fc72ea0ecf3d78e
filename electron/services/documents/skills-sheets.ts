import { z } from 'zod';
import type { ExportLine } from '../../../shared/domain/case-document.ts';
import { dateSchema } from '../../../shared/domain/basics.ts';
import { isValidOn, officerSkillsSchema, skillRecordSchema } from '../../../shared/domain/training/skill.ts';
import { drawFrames } from './case-file-pdf/frame.ts';
import type { WrittenPdf } from './case-file-pdf/write-case-file.ts';
import type { FontBytes } from './pdf/font-file.ts';
import { Sheet } from './pdf/sheet.ts';
import { cell, Table } from './pdf/table.ts';
import { finish } from './pdf/tagged-document.ts';
import { colour, type } from './pdf/theme.ts';
import { Words } from './words.ts';

/** What an officer learnt, or how a whole team stands. */
export const skillsSheetSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('certificate'), agency: z.string(), today: dateSchema, record: skillRecordSchema }),
  z.strictObject({
    of: z.literal('team'),
    agency: z.string(),
    today: dateSchema,
    team: z.array(officerSkillsSchema),
  }),
]);
export type SkillsSheet = z.infer<typeof skillsSheetSchema>;

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export async function writeSkillsSheet(
  content: SkillsSheet,
  exportLine: ExportLine,
  fonts: FontBytes,
): Promise<WrittenPdf> {
  const words = new Words(exportLine.language);
  const say: Say = (key, values) => words.say(`training:${key}`, values);
  const title = say(content.of === 'certificate' ? 'certificate.title' : 'overview.title');
  const sheet = new Sheet(fonts, {
    title,
    language: exportLine.language === 'id' ? 'id-ID' : 'en-GB',
    createdAt: new Date(exportLine.at),
  });
  sheet.newPage();
  if (content.of === 'certificate') writeCertificate(sheet, words, say, content);
  else writeTeam(sheet, words, say, content);
  const number = content.of === 'certificate' ? content.record.officer : words.date(content.today);
  drawFrames(sheet, words, { number, marking: 'biasa', title, agency: content.agency }, exportLine, { cover: false });
  return { bytes: await finish(sheet.pdf), pages: sheet.pageNumber };
}

function writeCertificate(
  sheet: Sheet,
  words: Words,
  say: Say,
  { agency, record }: Extract<SkillsSheet, { of: 'certificate' }>,
): void {
  sheet.space(70);
  if (agency !== '') sheet.paragraph(agency, type.agency);
  sheet.paragraph(say('certificate.title'), { ...type.coverTitle, size: 26, leading: 36 }, { tag: 'H1' });
  sheet.space(16);
  sheet.paragraph(say('certificate.for'), type.label);
  sheet.paragraph(record.officer, { ...type.coverLongTitle, size: 20, leading: 28 });
  sheet.space(10);
  sheet.paragraph(say(`certificate.${record.kind}`, { title: record.title }), type.body);
  sheet.paragraph(say('certificate.skill', { skill: say(`skill.${record.skill}`) }), type.body);
  if (record.score !== undefined) sheet.paragraph(say('certificate.score', { score: record.score }), type.bodyStrong);
  sheet.paragraph(say('certificate.on', { day: words.date(record.on) }), type.body);
  sheet.paragraph(
    record.until === undefined
      ? say('certificate.always')
      : say('certificate.until', { day: words.date(record.until) }),
    type.body,
  );
  sheet.space(90);
  const line = (x: number, label: string, name: string): void => {
    sheet.rule(x, sheet.y, 190, colour.ink);
    sheet.text.draw(label, x, sheet.y + 6, type.label);
    sheet.text.draw(name, x, sheet.y + 20, type.body);
  };
  sheet.element('P', sheet.section, {}, () => {
    line(sheet.left, say('certificate.trainer'), record.trainer);
    line(sheet.left + sheet.width - 190, say('certificate.head'), '');
  });
  sheet.y += 40;
}

function writeTeam(
  sheet: Sheet,
  words: Words,
  say: Say,
  { agency, team, today }: Extract<SkillsSheet, { of: 'team' }>,
): void {
  sheet.paragraph(say('overview.title'), { ...type.coverTitle, size: 22, leading: 30 }, { tag: 'H1' });
  if (agency !== '') sheet.paragraph(agency, type.label);
  sheet.paragraph(words.date(today), type.body);
  sheet.space(8);
  const columns = [
    { title: say('skills.officer'), share: 24 },
    { title: say('skills.held'), share: 46 },
    { title: say('skills.missing'), share: 30 },
  ];
  const table = new Table(sheet, columns, say('overview.title'));
  for (const { officer, roles, records, missing } of team) {
    const held = records.filter((record) => isValidOn(record, today));
    table.row([
      [
        ...cell(officer, type.cellStrong),
        ...cell(roles.map((role) => words.say(`officers:role.${role}`)).join(', '), type.cellSoft),
      ],
      held.length === 0
        ? cell('—')
        : held.map(({ skill, on, until, score }) => ({
            text: [
              say(`skill.${skill}`),
              words.date(on),
              score === undefined ? '' : `${score}/100`,
              until === undefined ? '' : say('skills.until', { day: words.date(until) }),
            ]
              .filter(Boolean)
              .join(' · '),
          })),
      missing.length === 0
        ? cell(say('skills.complete'))
        : missing.map(({ skill, ended }) => ({
            text:
              ended === null
                ? say(`skill.${skill}`)
                : `${say(`skill.${skill}`)} (${say('skills.ended', { day: words.date(ended) })})`,
            style: { ...type.cell, colour: colour.alert },
          })),
    ]);
  }
  table.end();
}
