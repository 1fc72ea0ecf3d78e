import type { TFunction } from 'i18next';
import { type ItemCounts, itemTypes } from '../../../shared/domain/exchange/item.ts';

/** What a package holds, kind by kind; of what it has none, nothing is said. */
export const countsText = (t: TFunction<'exchange'>, counts: ItemCounts): string =>
  itemTypes
    .filter((type) => counts[type] > 0)
    .map((type) => t(`counted.${type}`, { count: counts[type] }))
    .join(', ');
