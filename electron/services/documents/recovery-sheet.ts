import { z } from 'zod';
import { instantSchema, languageSchema } from '../../../shared/domain/basics.ts';
import type { WrittenPdf } from './case-file-pdf/write-case-file.ts';
import { drawAbout, drawCode, drawSignatures, heading } from './code-sheet.ts';
import type { FontBytes } from './pdf/font-file.ts';
import { Sheet } from './pdf/sheet.ts';
import { finish } from './pdf/tagged-document.ts';
import { colour, type } from './pdf/theme.ts';
import { shareFactsSchema } from './recovery-piece.ts';
import { Words } from './words.ts';

export const recoverySheetSchema = z.strictObject({
  language: languageSchema,
  /** The key or a share as shown to the officer, in groups parted by hyphens or spaces. */
  piece: z.string(),
  share: shareFactsSchema.nullable(),
  vaultName: z.string(),
  /** The last digits of the vault's identifier. */
  vaultMark: z.string(),
  agency: z.string(),
  officer: z.string(),
  at: instantSchema,
});
export type RecoverySheetContent = z.infer<typeof recoverySheetSchema>;

/** The one page that is printed, put into an envelope and locked away. */
export async function writeRecoverySheet(content: RecoverySheetContent, fonts: FontBytes): Promise<WrittenPdf> {
  const words = new Words(content.language);
  const { share } = content;
  /** A share has words of its own where what holds for the whole key does not hold for it. */
  const say = (key: 'title' | 'lead' | 'key' | 'warning' | 'use'): string =>
    share === null ? words.say(`recovery.${key}`) : words.say(`recovery.share.${key}`, { ...share });
  const sheet = new Sheet(fonts, {
    title: say('title'),
    language: content.language === 'id' ? 'id-ID' : 'en-GB',
    createdAt: new Date(content.at),
  });
  sheet.newPage();
  sheet.y = 64;
  heading(sheet, 'Sinergi', type.eyebrow, 'P');
  sheet.space(2);
  heading(sheet, say('title'), { ...type.coverTitle, size: 24, leading: 32 }, 'H1');
  sheet.paragraph(say('lead'), { ...type.body, size: 10.5, leading: 15 });
  sheet.space(12);
  drawAbout(sheet, factsOf(words, content));
  sheet.space(10);
  heading(sheet, say('key'), type.heading2, 'H2');
  drawCode(sheet, content.piece);
  drawWarning(sheet, say('warning'));
  heading(sheet, words.say('recovery.keepTitle'), type.heading2, 'H2');
  sheet.space(2);
  for (const number of [1, 2, 3, 4, 5]) {
    const apart = share !== null && number === 2;
    sheet.paragraph(`${number}.  ${words.say(apart ? 'recovery.share.keep' : `recovery.keep.${number}`)}`);
  }
  sheet.space(10);
  heading(sheet, words.say('recovery.useTitle'), type.heading2, 'H2');
  sheet.space(2);
  sheet.paragraph(say('use'));
  drawSignatures(sheet, [words.say('recovery.stored'), words.say('recovery.received')]);
  return { bytes: await finish(sheet.pdf), pages: sheet.pageNumber };
}

function factsOf(words: Words, content: RecoverySheetContent): (readonly [string, string])[] {
  return [
    ...(content.agency === '' ? [] : [[words.say('recovery.agency'), content.agency] as const]),
    [words.say('recovery.vault'), `${content.vaultName} (${content.vaultMark})`],
    ...(content.share === null ? [] : [[words.say('recovery.set'), content.share.set.toUpperCase()] as const]),
    [words.say('recovery.officer'), content.officer],
    [words.say('recovery.date'), words.instant(content.at)],
  ];
}

function drawWarning(sheet: Sheet, text: string): void {
  const style = { ...type.bodyStrong, colour: colour.alert };
  const lines = sheet.text.lines(text, sheet.width - 28, style);
  const height = lines.length * style.leading + 18;
  const top = sheet.y;
  sheet.artifact(() => {
    sheet.pdf.rect(sheet.left, top, sheet.width, height).fill(colour.alertWash);
    sheet.pdf.rect(sheet.left, top, 3, height).fill(colour.alert);
  });
  sheet.element('P', sheet.root, {}, () => {
    for (const [index, line] of lines.entries()) {
      sheet.text.draw(line, sheet.left + 14, top + 9 + index * style.leading, style);
    }
  });
  sheet.y = top + height + 18;
}
