import type { AlertAct } from '../../../shared/domain/alert.ts';
import type { Transaction } from '../../vault/port.ts';

/** What is said about an alert; what is left out is empty. */
export type Word = Pick<AlertAct, 'act' | 'reason'> & Partial<Pick<AlertAct, 'until' | 'caseId'>>;

/** Writes the last word on an alert over the one before. */
export function putAct(transaction: Transaction, before: AlertAct | undefined, key: string, word: Word): void {
  if (before === undefined) transaction.create('alertActs', { key, ...word });
  else transaction.change('alertActs', before.id, before.version, { until: undefined, caseId: undefined, ...word });
}

/** Takes the last word back. */
export function restoreAct(transaction: Transaction, current: AlertAct, before: AlertAct | undefined): void {
  if (before === undefined) transaction.remove('alertActs', current.id, current.version);
  else {
    const { act, reason, until, caseId } = before;
    transaction.change('alertActs', current.id, current.version, { act, reason, until, caseId });
  }
}
