import type { VerifyReport } from '../../../shared/domain/vault-health.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { readHeader } from '../format/header.ts';
import type { Source } from '../store/reading.ts';
import type { Watch } from '../port.ts';
import { Examination } from './examination.ts';
import { examineFiles, type Limits } from './examine-files.ts';

/**
 * What is damaged must not be backed up over what was whole. A file that nothing names does no harm.
 *
 * @throws SinergiError `backup-source-damaged`, `cancelled`
 */
export async function requireSound(source: Source, limits: Limits, watch: Watch): Promise<void> {
  const { problems } = await examineOpen(source, limits, false, watch);
  const worst = problems.find(({ code }) => code !== 'stray');
  if (worst !== undefined) throw new SinergiError('backup-source-damaged', { file: worst.file });
}

/** As `verifyVault`, for a vault that is open: by the header its memory knows, and logs as far as they had come. */
export async function examineOpen(
  source: Source,
  limits: Limits,
  doubted: boolean,
  watch: Watch,
): Promise<VerifyReport> {
  const examination = await headersOfOpen(source, watch);
  return await examineFiles(examination, source, limits, () => Promise.resolve(doubted));
}

/** Begins with what is wrong with the headers on the disk. */
export async function headersOfOpen({ files, paths }: Source, watch: Watch): Promise<Examination> {
  const examination = new Examination(files, paths.folder, watch);
  examination.expect(2);
  for (const path of [paths.header, paths.headerCopy]) {
    const bytes = await examination.bytesOf(path);
    if (bytes !== undefined && readHeader(bytes).state !== 'read') examination.problem(path, 0, 'header-damaged');
  }
  return examination;
}
