import type { PreviewItem } from '../../../shared/domain/exchange/packing.ts';
import type { PreviewRow } from '../../../shared/domain/exchange/rows.ts';

/** What an officer is shown of a decision, without the content itself. */
export const previewRow = ({ type, id, label, outcome, withheld, reason, item }: PreviewItem): PreviewRow => ({
  type,
  id,
  label,
  outcome,
  reason,
  withheld: [...withheld],
  handling: item?.handling ?? null,
});
