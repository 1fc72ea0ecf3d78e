import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { dateSchema, type Language } from '../../shared/domain/basics.ts';
import { SinergiError } from '../../shared/errors.ts';
import { checkAuditExport } from '../services/audit/audit-export.ts';
import { language } from './copy-options.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { exitCodes, type OutputOptions, printAnswer, printList } from './output.ts';

interface ListOptions extends VaultOptions, OutputOptions {
  readonly officer?: string;
  readonly action?: string;
  readonly entity?: string;
  readonly since?: string;
  readonly until?: string;
  readonly text?: string;
}

export function auditVerbs(program: Command): void {
  const group = program.command('audit').description('Who did and read what.');

  group
    .command('list')
    .description('Entries, newest first.')
    .requiredOption('--vault <folder>')
    .option('--officer <name>', 'of this officer')
    .option('--action <beginning>', 'case.export, case.')
    .option(
      '--entity <record>',
      'about this record: its identifier, its name or number, or its kind (people, cases, …)',
    )
    .option('--since <day>', 'YYYY-MM-DD', day)
    .option('--until <day>', 'YYYY-MM-DD', day)
    .option('--text <text>', 'somewhere in a name, an identifier or a reason')
    .option('--as <name>')
    .option('--json', 'one array')
    .option('--jsonl', 'a line each')
    .action(async ({ officer, action, entity, since, until, text, ...options }: ListOptions) => {
      const filter = {
        officer: officer ?? null,
        action: action ?? null,
        record: entity ?? null,
        from: since ?? null,
        until: until ?? null,
        text: text ?? null,
      };
      await withVault(options, async ({ audit }) => printList(await audit.list(filter), options));
    });

  group
    .command('verify')
    .description('Check every entry and name the first that is not as it was signed.')
    .requiredOption('--vault <folder>')
    .option('--seal <code>', 'also check that the trail holds exactly what this seal was given for')
    .option('--as <name>')
    .option('--json')
    .action(async ({ seal, ...options }: VaultOptions & OutputOptions & { seal?: string }) => {
      const verdict = await withVault(options, async ({ audit }) => {
        const found = await audit.verify();
        if (seal === undefined) return found;
        const sealed = await audit.checkSeal(seal);
        return { ...found, ok: found.ok && sealed.state === 'intact', seal: sealed };
      });
      await printAnswer(verdict, options);
      if (!verdict.ok) process.exitCode = exitCodes.failed;
    });

  group
    .command('seal')
    .description('Give a code that stands for the trail as it is, to be written down and kept elsewhere.')
    .requiredOption('--vault <folder>')
    .option('--out <file>', 'also put it on a sheet of paper, as PDF')
    .option('--lang <language>', 'id or en', language, 'id')
    .option('--as <name>')
    .option('--json')
    .action(async (options: VaultOptions & OutputOptions & { out?: string; lang: Language }) => {
      const given = await withVault(options, async ({ audit, documents }) => {
        const seal = await audit.seal();
        if (options.out !== undefined)
          await documents.sealSheet({ seal, language: options.lang, path: resolve(options.out) });
        return seal;
      });
      await printAnswer(given, options);
    });

  group
    .command('export')
    .description('Write the whole trail as a signed file (docs/audit-export.md).')
    .requiredOption('--vault <folder>')
    .requiredOption('--out <file>')
    .option('--as <name>')
    .option('--json')
    .action(async (options: VaultOptions & OutputOptions & { out: string }) => {
      await printAnswer(await withVault(options, ({ audit }) => audit.export(resolve(options.out))), options);
    });

  group
    .command('check')
    .description('Check such a file, without a vault.')
    .requiredOption('--file <file>')
    .option('--seal <code>', 'also check that the trail holds exactly what this seal was given for')
    .option('--json')
    .action(async ({ file, seal, ...options }: OutputOptions & { file: string; seal?: string }) => {
      const bytes = await readFile(resolve(file)).catch((cause: unknown) => {
        throw new SinergiError('file-not-found', { path: file }, { cause });
      });
      const verdict = checkAuditExport(new Uint8Array(bytes), seal);
      await printAnswer(verdict, options);
      if (!verdict.ok) process.exitCode = exitCodes.failed;
    });
}

function day(value: string): string {
  const parsed = dateSchema.safeParse(value);
  if (!parsed.success) throw new InvalidArgumentError('YYYY-MM-DD');
  return parsed.data;
}
