import type { Input } from '../../../shared/contract.ts';
import type { PersonRow } from '../../../shared/contract/people.ts';
import { timeSchema } from '../../../shared/domain/basics.ts';
import { type NewVisitor, newVisitorSchema } from '../../../shared/domain/desk-visit.ts';

/** Whoever stands at the counter: somebody recorded, or what they say of themselves. */
export type DraftVisitor =
  | { readonly kind: 'known'; readonly id: string; readonly name: string }
  | { readonly kind: 'new'; readonly told: NewVisitor };

export interface DeskDraft {
  readonly inmate: PersonRow | null;
  readonly visitor: DraftVisitor | null;
  readonly relation: string;
  readonly timeIn: string;
  readonly goods: string;
}

export const blankVisitor = (name: string): DraftVisitor => ({
  kind: 'new',
  told: { name, nationalId: '', phone: '', address: '' },
});

/** As the counter asks for it; null while it says too little. */
export function visitorAsked(visitor: DraftVisitor | null): Input<'desk.check'>['visitor'] | null {
  if (visitor === null) return null;
  if (visitor.kind === 'known') return { id: visitor.id };
  return newVisitorSchema.safeParse(visitor.told).data ?? null;
}

/** `9.05`, `09:05` or `0905` as `09:05`; null when it is no time of day. */
export function readTime(typed: string): string | null {
  const digits = typed.trim().replace(/[.:,\s]/g, '');
  const time = `${digits.slice(0, -2).padStart(2, '0')}:${digits.slice(-2)}`;
  return timeSchema.safeParse(time).data ?? null;
}
