import { z } from 'zod';
import { type Id, requiredText } from './basics.ts';

/** Parts an officer plays in a vault; one officer may play several. What each may do is told by `access.ts`. */
export const officerRoles = [
  'administrator',
  'officer',
  'analyst',
  'supervisor',
  'auditor',
  'source-handler',
  'integrity',
] as const;
export const officerRoleSchema = z.enum(officerRoles);
export type OfficerRole = z.infer<typeof officerRoleSchema>;

export const officerRolesSchema = z
  .array(officerRoleSchema)
  .min(1)
  .max(officerRoles.length)
  .refine((roles) => new Set(roles).size === roles.length, { message: 'invalid-input' });

/** Who makes a vault runs it and works in it, alone until somebody else is invited. */
export const founderRoles: readonly OfficerRole[] = ['administrator', 'officer'];

export const officerNameSchema = requiredText(120);

/** `invited`: the name is taken and the first passphrase is still to be set. */
export const officerStatuses = ['active', 'invited', 'disabled'] as const;
export type OfficerStatus = (typeof officerStatuses)[number];

export interface Officer {
  readonly id: Id;
  readonly name: string;
  readonly roles: readonly OfficerRole[];
  readonly status: OfficerStatus;
}
