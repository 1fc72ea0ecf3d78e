/**
 * Every failure an officer can meet, by code. The texts live in `i18n/<language>/errors.json` under the same codes.
 * Details carry facts the text needs (a field's name, a count); they never carry a passphrase or a key.
 */
export const errorCodes = [
  'internal',
  'invalid-input',
  'unknown-channel',
  'locked',
  'busy',
  'cancelled',
  'not-found',
  'conflict',
  'encryption-faulty',
  'passphrase-wrong',
  'passphrase-weak',
  'passphrase-short',
  'passphrase-missing',
  'recovery-key-wrong',
  'share-mistyped',
  'share-other-vault',
  'share-other-set',
  'share-repeated',
  'shares-missing',
  'key-file-required',
  'key-file-wrong',
  'key-file-damaged',
  'key-file-missing',
  'key-file-exists',
  'key-file-inside',
  'throttled',
  'vault-exists',
  'vault-not-found',
  'folder-not-empty',
  'folder-not-found',
  'vault-in-use',
  'vault-damaged',
  'vault-read-only',
  'vault-version-unknown',
  'vault-rolled-back',
  'backup-inside',
  'backup-other-vault',
  'backup-not-found',
  'backup-damaged',
  'backup-unverified',
  'medium-missing',
  'restored-changed',
  'restored-other-vault',
  'officer-unknown',
  'officer-required',
  'officer-exists',
  'officer-disabled',
  'officer-invited',
  'officer-self',
  'last-administrator',
  'invitation-wrong',
  'not-allowed',
  'reason-required',
  'approval-required',
  'approval-own',
  'approval-decided',
  'approval-forged',
  'audit-unsound',
  'seal-wrong',
  'disk-full',
  'disk-failed',
  'permission-denied',
  'file-not-found',
  'file-unreadable',
  'file-format-unknown',
  'file-too-large',
  'file-empty',
  'file-password',
  'mapping-incomplete',
  'edges-row-invalid',
  'edges-column-unknown',
  'register-kind-differs',
  'link-without-source',
  'link-without-grade',
  'link-to-itself',
  'link-not-member',
  'grade-invalid',
  'dates-reversed',
  'reference-unknown',
  'reference-ambiguous',
  'person-in-case',
  'member-exists',
  'sources-withheld',
  'sources-damaged',
  'pseudonym-taken',
  'source-not-authorised',
  'nothing-to-undo',
  'join-not-last',
  'join-too-large',
  'display-missing',
  'export-failed',
] as const;

export type ErrorCode = (typeof errorCodes)[number];
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Thrown below the borders; the IPC register and the command-line tool turn it into a `Result` or an exit code. */
export class SinergiError extends Error {
  override readonly name = 'SinergiError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails | undefined;

  constructor(code: ErrorCode, details?: ErrorDetails, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.details = details;
  }
}

/** Narrows an unknown failure; anything that is not ours is `internal`. */
export function toSinergiError(cause: unknown): SinergiError {
  return cause instanceof SinergiError ? cause : new SinergiError('internal', undefined, { cause });
}
