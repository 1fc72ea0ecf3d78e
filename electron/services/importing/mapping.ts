import { proposeMapping } from '../../../shared/domain/headings.ts';
import type { ColumnMapping, RegisterKind } from '../../../shared/domain/register.ts';

/** A mapping that was used before, and the header it was used for. */
export interface RememberedMapping {
  readonly kind: RegisterKind;
  readonly header: readonly string[];
  readonly columns: ColumnMapping;
}

export const sameHeader = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((heading, column) => heading === b[column]);

/** The mapping an officer confirmed for this very header, else what the headings say. */
export function mappingFor(
  header: readonly string[],
  kind: RegisterKind,
  remembered: readonly RememberedMapping[],
): { readonly mapping: ColumnMapping; readonly remembered: boolean } {
  const before = remembered.find((each) => each.kind === kind && sameHeader(each.header, header));
  if (before !== undefined) return { mapping: before.columns, remembered: true };
  return { mapping: proposeMapping(kind, header), remembered: false };
}
