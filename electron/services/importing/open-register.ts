import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { RegisterKind } from '../../../shared/domain/register.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { openCsv, pieces } from './csv-file.ts';
import type { RegisterFile } from './register-file.ts';
import { markedEncoding, type TextEncoding, unmarkedUtf16, Utf8Check } from './text-encoding.ts';
import { openXlsx } from './xlsx-file.ts';

/** A million visits are some 200 MB as CSV and some 60 MB as XLSX, which is read whole. */
const largestText = 4 * 1024 ** 3;
const largestSpreadsheet = 512 * 1024 ** 2;
/** The header and the sample stand in these first bytes. */
const startBytes = 1 << 17;
const mostStrange = 0.01;
/** Begins as UTF-16 does; no program writes registers in it. */
const utf32Mark = [0xff, 0xfe, 0x00, 0x00];
const zipMark = [0x50, 0x4b, 0x03, 0x04];
/** Old Excel files, and new ones under a password, are compound files. */
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0];
const workbookName = Buffer.from('xl/workbook.');
const encryptedName = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * What a file is, is told by its bytes, not by its name. It is read once from end to end for its hash and its encoding.
 *
 * @param kind which register is looked for in a workbook of several; null for any
 * @throws SinergiError `file-not-found`, `permission-denied`, `file-too-large`, `file-empty`, `file-password`,
 * `file-format-unknown`, `file-unreadable`
 */
export async function openRegister(path: string, kind: RegisterKind | null): Promise<RegisterFile> {
  const size = await sizeOf(path);
  if (size === 0) throw new SinergiError('file-empty');
  const survey = await surveyOf(path);
  const startsWith = (mark: readonly number[]): boolean => mark.every((byte, index) => survey.start[index] === byte);
  if (startsWith(compoundMark)) {
    refuseLargerThan(largestSpreadsheet, size);
    const isEncrypted = (await readFile(path)).includes(encryptedName);
    throw new SinergiError(isEncrypted ? 'file-password' : 'file-format-unknown');
  }
  if (startsWith(zipMark)) {
    refuseLargerThan(largestSpreadsheet, size);
    const bytes = await readFile(path);
    if (!bytes.includes(workbookName)) throw new SinergiError('file-format-unknown');
    return await openXlsx(bytes, survey.sha256, kind);
  }
  refuseLargerThan(largestText, size);
  const marked = markedEncoding(survey.start) ?? unmarkedUtf16(survey.start);
  if (startsWith(utf32Mark) || (marked !== 'UTF-16LE' && marked !== 'UTF-16BE' && !isText(survey.start)))
    throw new SinergiError('file-format-unknown');
  const encoding: TextEncoding = marked ?? (survey.isUtf8 ? 'UTF-8' : 'Windows-1252');
  return openCsv({ path, bytes: size, sha256: survey.sha256, encoding, start: survey.start });
}

/** A few stray control characters damage a row, not the file. */
function isText(start: Uint8Array): boolean {
  const strange = start.filter((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte)).length;
  return strange <= start.length * mostStrange;
}

function refuseLargerThan(limit: number, size: number): void {
  if (size > limit) throw new SinergiError('file-too-large', { megabytes: Math.round(limit / 1024 ** 2) });
}

async function sizeOf(path: string): Promise<number> {
  try {
    const about = await stat(path);
    if (!about.isFile()) throw new SinergiError('file-unreadable');
    return about.size;
  } catch (cause) {
    if (cause instanceof SinergiError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    throw new SinergiError(code === 'ENOENT' ? 'file-not-found' : 'file-unreadable', undefined, { cause });
  }
}

async function surveyOf(path: string): Promise<{ sha256: string; isUtf8: boolean; start: Buffer }> {
  const hash = createHash('sha256');
  const utf8 = new Utf8Check();
  const first: Buffer[] = [];
  let kept = 0;
  for await (const piece of pieces(path)) {
    hash.update(piece);
    utf8.push(piece);
    if (kept < startBytes) first.push(piece);
    kept += piece.length;
  }
  return { sha256: hash.digest('hex'), isUtf8: utf8.end(), start: Buffer.concat(first) };
}
