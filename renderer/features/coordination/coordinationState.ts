import type { DueRow } from '../../../shared/contract/coordination.ts';
import { queryClient } from '../../lib/api.ts';
import { pageState } from '../people/useRemembered.ts';

export const coordinationTabs = ['meetings', 'operations', 'commitments'] as const;
type CoordinationTab = (typeof coordinationTabs)[number];

export const isCoordinationTab = (value: string | null): value is CoordinationTab =>
  coordinationTabs.some((tab) => tab === value);

export const tabKey = 'coordination-tab';
/** Which record of a tab is open. */
export const openedKey = (tab: CoordinationTab): string => `coordination-${tab}`;

const tabOf = { action: 'meetings', task: 'operations', commitment: 'commitments' } as const;

/** Has the page open with what is due, for a link from elsewhere. */
export function openDue({ kind, recordId }: Pick<DueRow, 'kind' | 'recordId'>): void {
  queryClient.setQueryData(pageState(tabKey), tabOf[kind]);
  queryClient.setQueryData(pageState(openedKey(tabOf[kind])), recordId);
}
