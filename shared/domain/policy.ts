import { z } from 'zod';
import { type ErrorCode, SinergiError } from '../errors.ts';
import { languageSchema, requiredText } from './basics.ts';
import { preferencesSchema, settingsFieldsSchema } from './settings.ts';

/** Absolute on Linux and macOS, on a drive or on a share of Windows; anything else would depend on where the program was started. */
const absolute = /^(?:\/|[A-Za-z]:[\\/]|\\\\[^\\])/;
const foldersSchema = z.array(requiredText(4096).regex(absolute)).max(20);

const choiceOf = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    value,
    /** Otherwise only where an officer has not chosen. */
    fixed: z.boolean(),
  });

/** What an administrator fixes for one workstation; what is not named is left to the officers. */
export const policySchema = z.strictObject({
  language: choiceOf(languageSchema).optional(),
  theme: choiceOf(preferencesSchema.shape.theme).optional(),
  /** An upper bound: a vault may agree on less. */
  longestIdleLockSeconds: settingsFieldsSchema.shape.idleLockSeconds.optional(),
  vaultFolders: foldersSchema.min(1).optional(),
  backupFolders: foldersSchema.min(1).optional(),
  /** None of them: no copy leaves the program as a file. */
  exportFolders: foldersSchema.optional(),
  /** Whom to ask, for the lock screen. */
  helpContact: requiredText(300).optional(),
});
export type Policy = z.infer<typeof policySchema>;

const faultCodes = [
  'policy-unreadable',
  'policy-writable',
  'policy-not-json',
  'policy-member-unknown',
  'policy-value-wrong',
] as const satisfies readonly ErrorCode[];

const faultSchema = z.strictObject({
  code: z.enum(faultCodes),
  /** Which part of the file; null when it is the whole. */
  member: z.string().nullable(),
});
export type PolicyFault = z.infer<typeof faultSchema>;

/** What holds on this workstation: with a fault, that no vault is opened. */
export const policyStandingSchema = z.strictObject({
  /** Null where there is none. */
  file: z.string().nullable(),
  policy: policySchema,
  fault: faultSchema.nullable(),
});
export type PolicyStanding = z.infer<typeof policyStandingSchema>;

export const noPolicy: PolicyStanding = { file: null, policy: {}, fault: null };

/** Why no vault is opened on this workstation; null when nothing is wrong with its policy. */
export function refusalBy({ file, fault }: PolicyStanding): SinergiError | null {
  if (fault === null) return null;
  const { code, member } = fault;
  return new SinergiError(code, { file: file ?? '', ...(member === null ? {} : { member }) });
}

type Judgement =
  | { readonly policy: Policy; readonly fault: null }
  | { readonly policy: null; readonly fault: PolicyFault };

/** Holds the text of a policy file to its format and names the first thing that does not fit. */
export function judgePolicy(text: string): Judgement {
  const parsed = policySchema.safeParse(valueOf(text));
  if (parsed.success) return { policy: parsed.data, fault: null };
  const [issue] = parsed.error.issues;
  if (issue === undefined) return { policy: null, fault: { code: 'policy-not-json', member: null } };
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const member = [...path, issue.keys[0] ?? ''].join('.');
    return { policy: null, fault: { code: 'policy-member-unknown', member } };
  }
  if (path.length === 0) return { policy: null, fault: { code: 'policy-not-json', member: null } };
  return { policy: null, fault: { code: 'policy-value-wrong', member: path.join('.') } };
}

/** Editors of Windows put a mark in front that JSON does not know. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
