import type { TFunction } from 'i18next';
import type { RegisterKind } from '../../../shared/domain/register.ts';

/** What a field is called in a register: who visits brings goods there, and a move's cell is the old one. */
export const fieldName = (t: TFunction<'importing'>, kind: RegisterKind | null, field: string): string =>
  t([`fieldsOf.${kind ?? ''}.${field}`, `fields.${field}`]);
