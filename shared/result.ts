import type { ErrorCode, ErrorDetails } from './errors.ts';

/** What crosses a border of the program: a value, or an error the interface can translate. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly details?: ErrorDetails } };
