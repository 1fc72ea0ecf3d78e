import { type ErrorCode, toSinergiError } from '../../../shared/errors.ts';
import { KeyFileField } from './KeyFileField.tsx';

/** Refusals that a key file, or another one, may mend. */
const mended: readonly ErrorCode[] = ['key-file-required', 'key-file-wrong', 'key-file-damaged', 'key-file-missing'];

interface NeededKeyFileProps {
  /** Why the passphrase was refused. */
  readonly refusal: Error | null;
  /** Empty while none was chosen. */
  readonly value: string;
  onChange(path: string): void;
}

/** Asks for the key file once a passphrase turns out to need one. */
export function NeededKeyFile({ refusal, value, onChange }: NeededKeyFileProps) {
  if (value === '' && (refusal === null || !mended.includes(toSinergiError(refusal).code))) return null;
  return <KeyFileField purpose="use" value={value} onChange={onChange} />;
}
