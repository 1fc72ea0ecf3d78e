import { z } from 'zod';
import { sealSchema } from '../../../shared/contract/audit.ts';
import { languageSchema } from '../../../shared/domain/basics.ts';
import type { WrittenPdf } from './case-file-pdf/write-case-file.ts';
import { drawAbout, drawCode, drawSignatures, heading } from './code-sheet.ts';
import type { FontBytes } from './pdf/font-file.ts';
import { Sheet } from './pdf/sheet.ts';
import { finish } from './pdf/tagged-document.ts';
import { type } from './pdf/theme.ts';
import { Words } from './words.ts';

export const sealSheetSchema = sealSchema.extend({
  language: languageSchema,
  vaultName: z.string(),
  vaultMark: z.string(),
  agency: z.string(),
  officer: z.string(),
});
export type SealSheetContent = z.infer<typeof sealSheetSchema>;

/** The one page that is kept away from the vault and says some day whether its audit trail is still whole. */
export async function writeSealSheet(content: SealSheetContent, fonts: FontBytes): Promise<WrittenPdf> {
  const words = new Words(content.language);
  const say = (key: string): string => words.say(`seal.${key}`);
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
  drawAbout(sheet, [
    ...(content.agency === '' ? [] : [[words.say('recovery.agency'), content.agency] as const]),
    [words.say('recovery.vault'), `${content.vaultName} (${content.vaultMark})`],
    [say('entries'), words.number(content.entries)],
    [words.say('recovery.officer'), content.officer],
    [say('at'), words.instant(content.at)],
  ]);
  sheet.space(10);
  heading(sheet, say('code'), type.heading2, 'H2');
  drawCode(sheet, content.code);
  heading(sheet, words.say('recovery.useTitle'), type.heading2, 'H2');
  sheet.space(2);
  sheet.paragraph(say('use'));
  sheet.space(8);
  sheet.paragraph(say('limits'));
  drawSignatures(sheet, [words.say('recovery.stored'), words.say('recovery.received')]);
  return { bytes: await finish(sheet.pdf), pages: sheet.pageNumber };
}
