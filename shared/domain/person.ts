import { z } from 'zod';
import {
  dateSchema,
  idSchema,
  instantSchema,
  provenanceSchema,
  recordMetaShape,
  requiredText,
  retentionClassSchema,
  text,
} from './basics.ts';
import { exchangedShape } from './exchange/origin.ts';

/** Parts a person plays over time. A suspected supplier is an allegation: it is graded and reviewed where it is made, in the case. */
export const roleKinds = ['inmate', 'visitor', 'supplier', 'staff', 'lawyer', 'clergy', 'other'] as const;
export const roleKindSchema = z.enum(roleKinds);
export type RoleKind = z.infer<typeof roleKindSchema>;

const period = { from: dateSchema.optional(), until: dateSchema.optional() };

export const inmateRoleSchema = z.strictObject({
  kind: z.literal('inmate'),
  /** Registration number as the prison writes it, `B.I 1000/2022`; absent when only a visit register named the inmate. */
  registrationNumber: requiredText(40).optional(),
  /** Block, floor and room, `F.2.16`. */
  cell: text(40).optional(),
  offence: text(200).optional(),
  /** End of sentence (tanggal ekspirasi). */
  expiresOn: dateSchema.optional(),
  ...period,
});
export type InmateRole = z.infer<typeof inmateRoleSchema>;

export const roleSchema = z.discriminatedUnion('kind', [
  inmateRoleSchema,
  z.strictObject({ kind: z.literal('visitor'), ...period }),
  z.strictObject({ kind: z.literal('supplier'), ...period }),
  z.strictObject({ kind: z.literal('staff'), unit: text(120).optional(), ...period }),
  z.strictObject({ kind: z.literal('lawyer'), ...period }),
  z.strictObject({ kind: z.literal('clergy'), ...period }),
  z.strictObject({ kind: z.literal('other'), ...period }),
]);
export type Role = z.infer<typeof roleSchema>;

/** Registers misspell, and somebody who comes for years under several spellings is still one person. */
export const mostOfPerson = { aliases: 500, nationalIds: 200, phones: 200, addresses: 500, roles: 20 } as const;

/** What an officer may enter; the form and every border check against this. */
export const personFieldsSchema = z.strictObject({
  name: requiredText(200),
  aliases: z.array(requiredText(200)).max(mostOfPerson.aliases),
  birthDate: dateSchema.optional(),
  /** NIK (16 digits) or what a register wrote in its place; kept as text because registers lose and add digits. */
  nationalIds: z.array(requiredText(32)).max(mostOfPerson.nationalIds),
  /** Canonical: `+62…`, digits only. */
  phones: z.array(requiredText(32)).max(mostOfPerson.phones),
  addresses: z.array(requiredText(300)).max(mostOfPerson.addresses),
  roles: z.array(roleSchema).min(1).max(mostOfPerson.roles),
  notes: text(5000),
});
export type PersonFields = z.infer<typeof personFieldsSchema>;

/** Something was alleged of a person and turned out not to be so; it is shown wherever the person is. */
export const clearanceSchema = z.strictObject({
  allegation: requiredText(500),
  /** How it is known that it was not so. */
  reason: requiredText(1000),
  at: instantSchema,
  by: idSchema,
});
export type Clearance = z.infer<typeof clearanceSchema>;

export const personSchema = personFieldsSchema.extend({
  ...recordMetaShape,
  cleared: z.array(clearanceSchema).max(50).optional(),
  provenance: provenanceSchema,
  ...exchangedShape,
  retention: retentionClassSchema,
});
export type Person = z.infer<typeof personSchema>;

export const hasRole = (person: Pick<Person, 'roles'>, kind: RoleKind): boolean =>
  person.roles.some((role) => role.kind === kind);

export const inmateRole = (person: Pick<Person, 'roles'>): InmateRole | undefined =>
  person.roles.find((role): role is InmateRole => role.kind === 'inmate');
