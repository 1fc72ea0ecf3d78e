import type { ReportDocument } from '../../../../shared/domain/report-document.ts';
import type { Sheet } from '../pdf/sheet.ts';
import type { Words } from '../words.ts';

/** What every part of a printed report is written with. */
export interface ReportComposition {
  readonly sheet: Sheet;
  readonly words: Words;
  readonly report: ReportDocument;
}
