import { SinergiError } from '../errors.ts';
import { type NetworkFile, networkFileSchema } from './network-file.ts';

const format = 'sinergi-network/1';

export const writeJson = (file: NetworkFile): string => `${JSON.stringify({ format, ...file }, null, 1)}\n`;

/** @throws SinergiError `file-unreadable` when it is no JSON, `file-format-unknown` with what does not fit */
export function readJson(text: string): NetworkFile {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new SinergiError('file-unreadable', undefined, { cause });
  }
  const { format: stated, ...rest } = typeof json === 'object' && json !== null ? { format: undefined, ...json } : {};
  const parsed = networkFileSchema.safeParse(rest);
  if (stated === format && parsed.success) return parsed.data;
  const faults = parsed.error?.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`) ?? [];
  throw new SinergiError('file-format-unknown', { faults: faults.slice(0, 20) });
}
