import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type CaseFile, caseFileSchema } from '../../shared/domain/case-file.ts';
import { type Language, languageSchema } from '../../shared/domain/basics.ts';
import { SinergiError } from '../../shared/errors.ts';
import { buildCase } from '../services/cases/case-build.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

const largestFile = 64 * 1024 * 1024;

interface ExportOptions extends VaultOptions, OutputOptions {
  readonly case: string;
  readonly out: string;
  readonly lang: Language;
  readonly recipient: string;
  readonly copy: number;
}

export function caseVerbs(program: Command): void {
  const group = program.command('case').description('Case files.');

  group
    .command('build')
    .description('Build a case from a JSON file, all of it or nothing (docs/case-file.md).')
    .requiredOption('--vault <folder>')
    .requiredOption('--file <file>')
    .option('--as <name>')
    .option('--json')
    .action(async (options: VaultOptions & OutputOptions & { file: string }) => {
      const file = await readCaseFile(options.file);
      const built = await withVault(options, ({ session }) => buildCase(session, file, () => new Date()));
      await printAnswer(built, options);
    });

  group
    .command('list')
    .requiredOption('--vault <folder>')
    .option('--as <name>')
    .option('--json', 'one array')
    .option('--jsonl', 'a line each')
    .action(async (options: VaultOptions & OutputOptions) => {
      await withVault(options, ({ cases }) => printList(cases.list(), options));
    });

  group
    .command('export')
    .requiredOption('--vault <folder>')
    .requiredOption('--case <id>', 'identifier or number')
    .requiredOption('--out <file>', 'the PDF to write')
    .option('--lang <language>', 'id or en', language, 'id')
    .option('--recipient <name>', 'who receives this copy', '')
    .option('--copy <number>', 'copy number', copyNumber, 1)
    .option('--as <name>')
    .option('--json')
    .action(async (options: ExportOptions) => {
      const exported = await withVault(options, ({ cases, documents }) => {
        const file = cases.list().find((row) => row.id === options.case || row.number === options.case);
        if (file === undefined) throw new SinergiError('not-found', { collection: 'cases', id: options.case });
        return documents.exportCase({
          caseId: file.id,
          language: options.lang,
          recipient: options.recipient,
          copyNumber: options.copy,
          path: resolve(options.out),
        });
      });
      const { pages, bytes, sha256 } = exported;
      await printAnswer({ pages, bytes, sha256 }, options);
    });
}

function language(value: string): Language {
  const parsed = languageSchema.safeParse(value);
  if (!parsed.success) throw new InvalidArgumentError('id or en');
  return parsed.data;
}

function copyNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 999) throw new InvalidArgumentError('1 to 999');
  return number;
}

/** @throws SinergiError `file-not-found`, `file-too-large`, `file-unreadable` (not JSON), `invalid-input` with each fault's place */
async function readCaseFile(path: string): Promise<CaseFile> {
  let text: string;
  try {
    text = await readFile(resolve(path), 'utf8');
  } catch (cause) {
    throw new SinergiError('file-not-found', { path }, { cause });
  }
  if (text.length > largestFile) throw new SinergiError('file-too-large', { path });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new SinergiError('file-unreadable', { path }, { cause });
  }
  const parsed = caseFileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${place(issue.path)}: ${issue.message}`);
  throw new SinergiError('invalid-input', { faults });
}

/** `links[2].grade.source`, as the file's author would say it. */
function place(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}
