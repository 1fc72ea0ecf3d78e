import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type PictureFormat, pictureFormats } from '../../shared/contract/documents.ts';
import { type CaseFile, caseFileSchema } from '../../shared/domain/case-file.ts';
import { type Sanitisation, sanitisations } from '../../shared/domain/sanitisation.ts';
import { type CaseTable, caseTables } from '../../shared/analysis/case-tables.ts';
import type { LintHint } from '../../shared/analysis/source-lint.ts';
import { type CaseSection, documentPasswordSchema } from '../../shared/domain/case-document.ts';
import { isLongEnough } from '../../shared/domain/passphrase.ts';
import type { Language } from '../../shared/domain/basics.ts';
import { type ErrorCode, SinergiError } from '../../shared/errors.ts';
import type { Cases } from '../services/cases/cases.ts';
import { buildCase } from '../services/cases/case-build.ts';
import { markedEncoding, textDecoding } from '../services/importing/text-encoding.ts';
import { caseStandingVerbs } from './decision-verbs.ts';
import { copyNumber, language, recipient, sections } from './copy-options.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { exitCodes, type OutputOptions, printAnswer, printList } from './output.ts';

const largestFile = 64 * 1024 * 1024;

interface ExportOptions extends VaultOptions, OutputOptions {
  readonly case: string;
  readonly view?: string;
  readonly subject?: string;
  readonly sections?: readonly CaseSection[];
  readonly sanitise?: Sanitisation;
  readonly lint?: boolean;
  readonly passwordEnv?: string;
  readonly out: string;
  readonly lang: Language;
  readonly recipient: string;
  readonly copy: number;
}

export function caseVerbs(program: Command): void {
  const group = program.command('case').description('Case files.');

  chartVerb(group);
  verifyVerb(group);
  dataVerb(group);
  caseStandingVerbs(group);

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
    .option('--out <file>', 'the PDF to write')
    .option('--view <name>', 'the saved view its chart is drawn as')
    .option('--subject <id>', 'a profile of this subject alone: identifier or name')
    .option('--sections <names>', 'parts of the case file, separated by commas', sections)
    .addOption(
      new Option('--sanitise <code>', 'without sources; only what may go to such readers').choices(sanitisations),
    )
    .option('--password-env <variable>', 'environment variable with a password that encrypts the PDF')
    .option('--lint', 'write nothing; list what could reveal a source')
    .option('--lang <language>', 'id or en', language, 'id')
    .option('--recipient <name>', 'who receives this copy', recipient, '')
    .option('--copy <number>', 'copy number', copyNumber, 1)
    .option('--as <name>')
    .option('--json')
    .action(async ({ out, ...options }: Omit<ExportOptions, 'out'> & { readonly out?: string }, command: Command) => {
      if (options.lint === true) {
        await withVault(options, ({ cases, documents }) =>
          printList(documents.lintCase(choiceOf(cases, options)), options),
        );
        return;
      }
      if (out === undefined) return command.error("error: required option '--out <file>' not specified");
      const password = options.passwordEnv === undefined ? undefined : passwordIn(options.passwordEnv);
      const exported = await withVault(options, ({ cases, documents }) => {
        const choice = choiceOf(cases, options);
        if (choice.sanitise !== undefined) tellHints(documents.lintCase(choice));
        return documents.exportCase({
          ...choice,
          password,
          language: options.lang,
          recipient: options.recipient,
          copyNumber: options.copy,
          path: resolve(out),
        });
      });
      const { pages, bytes, sha256, dataSha256 } = exported;
      await printAnswer({ pages, bytes, sha256, dataSha256 }, options);
    });
}

function dataVerb(group: Command): void {
  group
    .command('data')
    .description('What the case file is made from: all of it as JSON, or one table as CSV.')
    .requiredOption('--vault <folder>')
    .requiredOption('--case <id>', 'identifier or number')
    .requiredOption('--out <file>')
    .addOption(new Option('--format <format>').choices(['json', 'csv']).default('json'))
    .addOption(new Option('--table <name>', 'of a CSV').choices(caseTables).default('subjects'))
    .option('--sections <names>', 'parts of the case file, separated by commas', sections)
    .addOption(
      new Option('--sanitise <code>', 'without sources; only what may go to such readers').choices(sanitisations),
    )
    .option('--as <name>')
    .option('--json')
    .action(async (options: ExportOptions & { readonly format: 'json' | 'csv'; readonly table: CaseTable }) => {
      const saved = await withVault(options, ({ cases, documents }) =>
        documents.exportData({
          ...choiceOf(cases, options),
          table: options.format === 'csv' ? options.table : null,
          path: resolve(options.out),
        }),
      );
      await printAnswer({ format: options.format, ...saved }, options);
    });
}

function verifyVerb(group: Command): void {
  group
    .command('verify')
    .description('Whether a PDF left this vault as it is, by whom, when and for whom.')
    .requiredOption('--vault <folder>')
    .requiredOption('--file <file>', 'the PDF')
    .option('--as <name>')
    .option('--json')
    .action(async (options: VaultOptions & OutputOptions & { readonly file: string }) => {
      const verdict = await withVault(options, ({ documents }) => documents.verifyCase(resolve(options.file)));
      await printAnswer(verdict, options);
      if (!verdict.valid) process.exitCode = exitCodes.failed;
    });
}

/** Never an argument, which every process could read. @throws SinergiError `password-missing`, `passphrase-short` */
function passwordIn(variable: string): string {
  const given = process.env[variable];
  if (given === undefined || given === '') throw new SinergiError('password-missing', { variable });
  const parsed = documentPasswordSchema.safeParse(given);
  if (!parsed.success) throw new SinergiError(isLongEnough(given) ? 'invalid-input' : 'passphrase-short');
  return parsed.data;
}

function chartVerb(group: Command): void {
  group
    .command('chart')
    .description('Draw the chart of a case alone.')
    .requiredOption('--vault <folder>')
    .requiredOption('--case <id>', 'identifier or number')
    .requiredOption('--out <file>')
    .addOption(new Option('--format <format>').choices(pictureFormats).default('svg'))
    .option('--view <name>', 'the saved view it is drawn as')
    .option('--lang <language>', 'id or en', language, 'id')
    .option('--as <name>')
    .option('--json')
    .action(async (options: Omit<ExportOptions, 'recipient' | 'copy'> & { format: PictureFormat }) => {
      const { bytes, sha256, dataSha256 } = await withVault(options, ({ cases, documents }) =>
        documents.exportChart({
          ...chartNamed(cases, options),
          language: options.lang,
          format: options.format,
          path: resolve(options.out),
        }),
      );
      await printAnswer({ format: options.format, bytes, sha256, dataSha256 }, options);
    });
}

const choiceOf = (cases: Cases, options: Omit<ExportOptions, 'out'>) => ({
  ...chartNamed(cases, options),
  subjectId: options.subject === undefined ? undefined : subjectNamed(cases, options, options.subject),
  sections: options.sections,
  sanitise: options.sanitise,
});

/** A member of the case by identifier or name. @throws SinergiError `not-found` */
function subjectNamed(cases: Cases, options: Omit<ExportOptions, 'out'>, wanted: string): string {
  const { caseId } = chartNamed(cases, options);
  const member = cases.get(caseId).people.find(({ id, name }) => id === wanted || name === wanted);
  if (member === undefined) throw new SinergiError('not-found', { collection: 'people', id: wanted });
  return member.id;
}

/** On standard error, so that JSON stays JSON. */
function tellHints(hints: readonly LintHint[]): void {
  for (const { rule, field, number, item, words } of hints)
    process.stderr.write(
      `${field}${number === 0 ? '' : ` ${number}`}${item === 0 ? '' : `.${item}`}: ${rule} ${words}\n`,
    );
}

/** @throws SinergiError `not-found` */
function chartNamed(
  cases: Cases,
  { case: word, view: name }: { readonly case: string; readonly view?: string },
): { readonly caseId: string; readonly viewId: string | null } {
  const file = cases.list().find((row) => row.id === word || row.number === word);
  if (file === undefined) throw new SinergiError('not-found', { collection: 'cases', id: word });
  if (name === undefined) return { caseId: file.id, viewId: null };
  const view = cases.get(file.id).views.find((each) => each.name === name || each.id === name);
  if (view === undefined) throw new SinergiError('not-found', { collection: 'charts', id: name });
  return { caseId: file.id, viewId: view.id };
}

/** @throws SinergiError `file-not-found`, `file-too-large`, `file-unreadable` (not JSON), `invalid-input` with each fault's place */
async function readCaseFile(path: string): Promise<CaseFile> {
  const written = await readText(path);
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch (cause) {
    const fault = cause instanceof Error ? cause.message : '';
    throw new SinergiError('file-unreadable', { path, fault }, { cause });
  }
  const parsed = caseFileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${place(issue.path) || 'file'}: ${issue.message}`);
  throw new SinergiError('invalid-input', { faults });
}

/** UTF-8 or UTF-16, as Windows programs save it; bytes that are neither would change names. */
async function readText(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    const about = await stat(resolve(path));
    if (about.size > largestFile) throw new SinergiError('file-too-large', { path });
    bytes = await readFile(resolve(path));
  } catch (cause) {
    if (cause instanceof SinergiError) throw cause;
    throw new SinergiError(readFailure(cause), { path }, { cause });
  }
  const encoding = markedEncoding(bytes) ?? 'UTF-8';
  const isUtf16 = encoding === 'UTF-16LE' || encoding === 'UTF-16BE';
  if (!isUtf16 && !isUtf8(bytes)) throw new SinergiError('file-unreadable', { path, fault: 'UTF-8' });
  const decoding = textDecoding(encoding);
  return decoding.write(bytes) + decoding.end();
}

function readFailure(cause: unknown): ErrorCode {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'file-not-found';
  return code === 'EACCES' || code === 'EPERM' ? 'permission-denied' : 'file-unreadable';
}

/** `links[2].grade.source`, as the file's author would say it. */
function place(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}
