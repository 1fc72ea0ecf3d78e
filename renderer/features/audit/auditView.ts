import { type AuditFilter, wholeTrail } from '../../../shared/domain/audit.ts';
import { queryClient } from '../../lib/api.ts';
import { pageState } from '../people/useRemembered.ts';

/** What the audit page is narrowed to, as its fields hold it; empty is everything. */
export interface AuditView {
  readonly officer: string;
  readonly action: string;
  readonly from: string;
  readonly until: string;
  readonly text: string;
  /** One record alone, with the name it goes by on the page it was chosen on. */
  readonly record: { readonly id: string; readonly name: string } | null;
}

export const wholeView: AuditView = { officer: '', action: '', from: '', until: '', text: '', record: null };

/** The next time the audit page opens, it shows who has opened this record. */
export function prepareReadersOf(record: NonNullable<AuditView['record']>, action: 'person.read' | 'case.read'): void {
  queryClient.setQueryData(pageState('audit'), { ...wholeView, action, record } satisfies AuditView);
}

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export const filterOf = ({ officer, action, from, until, text, record }: AuditView): AuditFilter => ({
  ...wholeTrail,
  officer: filled(officer),
  action: filled(action),
  record: record?.id ?? null,
  from: filled(from),
  until: filled(until),
  text: filled(text),
});
