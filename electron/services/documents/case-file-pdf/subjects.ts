import { memberParts } from '../../../../shared/domain/case.ts';
import type { DocumentSubject } from '../../../../shared/domain/case-document.ts';
import { gradeLabel } from '../../../../shared/domain/grade.ts';
import { colour, type TextStyle, type } from '../pdf/theme.ts';
import type { Composition } from './composition.ts';
import { drawFacts, type Fact } from './facts.ts';

const indent = 30;

/** Everybody in the case by part, with what identifies them. */
export function writeSubjects(composition: Composition): void {
  const { sheet, words, content } = composition;
  if (content.subjects.length === 0) {
    sheet.paragraph(words.say('subjects.none'), type.note);
    return;
  }
  sheet.paragraph(words.say('subjects.intro'), type.note);
  for (const part of memberParts) {
    const subjects = content.subjects.filter((subject) => subject.part === part);
    const [first] = subjects;
    if (first === undefined) continue;
    sheet.space(14);
    const heading = words.say(`subjects.parts.${part}`);
    const title = words.say('subjects.count', { part: heading, number: words.number(subjects.length) });
    sheet.subheading(title, `part-${part}`, true, roomFor(composition, first) + 12);
    for (const subject of subjects) writeSubject(composition, subject);
  }
}

/** Parts that have somebody in them; each is a line of the contents. */
export function partsPresent(subjects: readonly DocumentSubject[]): number {
  return new Set(subjects.map((subject) => subject.part)).size;
}

function writeSubject(composition: Composition, subject: DocumentSubject): void {
  const { sheet, words, numbered } = composition;
  const names = sheet.text.lines(
    subject.name,
    sheet.width - indent - (subject.photo === undefined ? 0 : 72),
    type.heading3,
  );
  const facts = factsOf(composition, subject);
  const allegation = subject.allegation === undefined ? undefined : breakAllegation(composition, subject.allegation);
  sheet.need(roomFor(composition, subject));
  sheet.rule(sheet.left, sheet.y, sheet.width, colour.hair);
  sheet.space(6);
  sheet.pdf.addNamedDestination(`subject-${subject.personId}`, 'XYZ', 0, sheet.y - 8, null);
  const top = sheet.y;
  const startPage = sheet.pageNumber;
  if (subject.photo !== undefined) drawPhoto(composition, subject.photo, subject.name, top);
  const number = String(numbered.get(subject.personId)?.number ?? '');
  sheet.element('H3', sheet.section, {}, () => {
    sheet.text.draw(number, sheet.left, top, { ...type.heading3, colour: colour.accent });
    for (const [index, line] of names.entries()) {
      sheet.text.draw(line, sheet.left + indent, top + index * type.heading3.leading, type.heading3);
    }
  });
  sheet.y += names.length * type.heading3.leading + 2;
  if (facts.length > 0)
    drawFacts(sheet, facts, {
      labelWidth: 112,
      indent,
      beside: subject.photo === undefined ? 0 : photoSize.width + 12,
    });
  else sheet.paragraph(words.say('subjects.noIdentifiers'), type.note, { indent });
  if (allegation !== undefined) drawAllegation(composition, allegation);
  if (subject.photo !== undefined && sheet.pageNumber === startPage)
    sheet.y = Math.max(sheet.y, top + photoSize.height);
  sheet.space(7);
}

const photoSize = { width: 60, height: 76 } as const;

/** At the right edge, beside what identifies the person. */
function drawPhoto({ sheet, words }: Composition, photo: string, name: string, top: number): void {
  const { width, height } = photoSize;
  const x = sheet.left + sheet.width - width;
  const bbox: [number, number, number, number] = [x, top, x + width, top + height];
  sheet.element('Figure', sheet.section, { alt: words.say('subjects.photo', { name }), bbox }, () => {
    sheet.pdf.save();
    sheet.pdf.rect(x, top, width, height).clip();
    const cover: [number, number] = [width, height];
    sheet.pdf.image(Buffer.from(photo, 'base64'), x, top, { cover, align: 'center', valign: 'center' });
    sheet.pdf.restore();
  });
}

/** A name never stands alone at the foot of a page, and a suspicion stays with the person where a page allows it. */
function roomFor(composition: Composition, subject: DocumentSubject): number {
  const { sheet } = composition;
  const names = sheet.text.lines(subject.name, sheet.width - indent, type.heading3).length;
  const least = names * type.heading3.leading + 3 * type.label.leading + 8;
  const facts = factsOf(composition, subject).length;
  const allegation = subject.allegation === undefined ? 0 : breakAllegation(composition, subject.allegation).height;
  const whole = least + (facts - 3) * type.label.leading + allegation + 16;
  return whole < 360 ? Math.max(least, whole) : least;
}

function factsOf({ words }: Composition, subject: DocumentSubject): Fact[] {
  const list = (values: readonly string[]) => values.join('; ');
  const facts: readonly (readonly [label: string, value: string])[] = [
    ['alias', list(subject.aliases)],
    ['registration', subject.registrationNumber ?? ''],
    ['cell', subject.cell ?? ''],
    ['offence', subject.offence ?? ''],
    ['expires', subject.expiresOn === undefined ? '' : words.date(subject.expiresOn)],
    ['birthDate', subject.birthDate === undefined ? '' : words.date(subject.birthDate)],
    ['nationalId', list(subject.nationalIds)],
    ['phone', list(subject.phones)],
    ['address', list(subject.addresses)],
    // The heading above says the part; roles are told when they add to it.
    [
      'roles',
      subject.roles.every((role) => role === subject.part) ? '' : list(subject.roles.map((role) => words.role(role))),
    ],
    [
      'cleared',
      list(
        (subject.cleared ?? []).map(({ allegation, reason, at }) =>
          words.say('subjects.clearedOf', { allegation, reason, day: words.date(at.slice(0, 10)) }),
        ),
      ),
    ],
    ['note', subject.note],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([label, value]) => ({ label: words.say(`subjects.${label}`), value, style: type.body }));
}

interface BrokenAllegation {
  readonly paragraphs: readonly { readonly lines: readonly string[]; readonly style: TextStyle }[];
  readonly height: number;
}

function breakAllegation(
  { sheet, words }: Composition,
  allegation: NonNullable<DocumentSubject['allegation']>,
): BrokenAllegation {
  const { grade, source, reviewOn } = allegation;
  const meaning = (side: 'source' | 'information') => words.gradeMeaning(grade.scheme, side, grade[side]);
  const meanings = `${meaning('source')}; ${meaning('information')}`;
  const said = (label: string, value: string) => `${words.say(`subjects.${label}`)}: ${value}`;
  const texts = [
    { text: words.say('subjects.allegation'), style: { ...type.cellStrong, colour: colour.alert } },
    { text: words.say('subjects.allegationText'), style: type.cell },
    {
      text: said('allegationGrade', `${gradeLabel(grade)} (${words.scheme(grade.scheme)}) – ${meanings}`),
      style: type.cell,
    },
    { text: said('allegationSource', source || words.say('report.sanitised')), style: type.cell },
    { text: said('allegationReview', words.date(reviewOn)), style: type.cell },
  ];
  const paragraphs = texts.map(({ text, style }) => ({
    lines: sheet.text.lines(text, sheet.width - indent - 20, style),
    style,
  }));
  return { paragraphs, height: paragraphs.reduce((sum, { lines, style }) => sum + lines.length * style.leading, 14) };
}

/** The box that keeps a suspicion from being read as a fact; it is never separated from its sentence. */
function drawAllegation({ sheet }: Composition, { paragraphs, height }: BrokenAllegation): void {
  sheet.space(4);
  sheet.need(height);
  const x = sheet.left + indent;
  const top = sheet.y;
  sheet.artifact(() => {
    sheet.pdf.rect(x, top, sheet.width - indent, height).fill(colour.alertWash);
    sheet.pdf.rect(x, top, 2.5, height).fill(colour.alert);
  });
  sheet.space(7);
  const note = sheet.element('Note', sheet.section);
  for (const { lines, style } of paragraphs) {
    sheet.element('P', note, {}, () => {
      for (const line of lines) {
        sheet.text.draw(line, x + 12, sheet.y, style);
        sheet.y += style.leading;
      }
    });
  }
  note.end();
  sheet.y = top + height;
}
