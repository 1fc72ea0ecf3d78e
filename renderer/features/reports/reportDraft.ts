import type { ReportFields } from '../../../shared/domain/report.ts';

/** Nothing is assumed that only the reporter can know: no grade, no source. */
export const blankItem: ReportFields['items'][number] = {
  text: '',
  grade: { scheme: 'admiralty', source: '', information: '' },
  mentions: [],
};

/** Under conditions until somebody says otherwise: what is shared too widely is never taken back. */
export const blankReport = (today: string, caseIds: readonly string[]): ReportFields => ({
  subject: '',
  field: '',
  marking: 'rahasia',
  priority: 'low',
  source: { kind: 'named', description: '' },
  relation: '',
  method: '',
  place: '',
  informationFrom: today,
  writtenOn: today,
  items: [blankItem],
  opinion: { analysis: '', prediction: '', stepsTaken: '', recommendation: '' },
  handling: { code: 'C', action: 'A1', sanitisation: 'S2', note: '' },
  risk: '',
  distribution: [],
  caseIds: [...caseIds],
});
