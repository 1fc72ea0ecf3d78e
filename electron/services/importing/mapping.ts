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

/** What a file with this very header was imported as before; nothing when it was imported as both or never. */
export function rememberedKind(
  header: readonly string[],
  remembered: readonly RememberedMapping[],
): RegisterKind | undefined {
  const [only, second] = remembered.filter((each) => sameHeader(each.header, header));
  return second === undefined ? only?.kind : undefined;
}

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
