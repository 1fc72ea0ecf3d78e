import { z } from 'zod';
import { text } from '../../../shared/domain/basics.ts';
import { allegationSchema, type MemberPart, memberPartSchema } from '../../../shared/domain/case.ts';
import type { RoleKind } from '../../../shared/domain/person.ts';

/** What an officer says of somebody's part in a case; being a suspected supplier needs an allegation. */
export const memberFormSchema = z
  .strictObject({ part: memberPartSchema, note: text(2000), allegation: allegationSchema.optional() })
  .refine((member) => member.part !== 'supplier' || member.allegation !== undefined, {
    path: ['allegation'],
    message: 'grade-invalid',
  });
export type MemberFields = z.infer<typeof memberFormSchema>;

/** A blank allegation: no grade is ever assumed. */
export const blankAllegation = (reviewOn: string): NonNullable<MemberFields['allegation']> => ({
  grade: { scheme: 'admiralty', source: '', information: '' },
  source: '',
  reviewOn,
});

const partByRole: Readonly<Record<RoleKind, MemberPart>> = {
  inmate: 'inmate',
  visitor: 'visitor',
  supplier: 'other',
  staff: 'other',
  lawyer: 'other',
  clergy: 'other',
  other: 'other',
};

/** The part offered first. Never the supplier's: an allegation is made on purpose or not at all. */
export function likelyPart(roles: readonly RoleKind[]): MemberPart {
  const parts = roles.map((role) => partByRole[role]);
  return parts.find((part) => part === 'inmate') ?? parts.find((part) => part === 'visitor') ?? 'other';
}
