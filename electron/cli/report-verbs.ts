import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { reportFieldsSchema } from '../../shared/domain/report.ts';
import { type ReportForm, reportForms } from '../../shared/domain/report-document.ts';
import { reportFileSchema } from '../../shared/domain/report-file.ts';
import { type Grade, gradeSchema } from '../../shared/domain/grade.ts';
import type { Language } from '../../shared/domain/basics.ts';
import { SinergiError } from '../../shared/errors.ts';
import { reportFields } from '../services/reports/report-build.ts';
import type { Services } from '../services/services.ts';
import { copyNumber, language, recipient } from './copy-options.ts';
import { readJsonFile } from './json-file.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

type Options = VaultOptions & OutputOptions;
type One = Options & { readonly report: string };

interface PrintOptions extends One {
  readonly form: ReportForm;
  readonly out: string;
  readonly lang: Language;
  readonly recipient: string;
  readonly copy: number;
  readonly sanitised?: boolean;
}

export function reportVerbs(program: Command): void {
  const group = program.command('report').description('Intelligence reports (docs/reports.md).');
  const verb = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .requiredOption('--vault <folder>')
      .option('--as <name>')
      .option('--json');
  const one = (name: string, description: string): Command =>
    verb(name, description).requiredOption('--report <id>', 'identifier or number');

  verb('build', 'Write a report from a JSON file, all of it or nothing; - for the standard input.')
    .requiredOption('--file <file>')
    .action(async (options: Options & { file: string }) => {
      const built = await withVault(options, async ({ session, reports }) => {
        const vault = session.vault('reports.write');
        const file = await readJsonFile(options.file, reportFileSchema);
        const today = new Date().toISOString().slice(0, 10);
        const fields = reportFieldsSchema.safeParse(reportFields(vault, file, today));
        if (!fields.success)
          throw new SinergiError('invalid-input', {
            faults: fields.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
          });
        const draft = await reports.create(fields.data);
        return file.submit ? await reports.submit({ id: draft.id, version: draft.version, note: '' }) : draft;
      });
      const { id: reportId, number, state } = built;
      await printAnswer({ reportId, number, state }, options);
    });

  verb('list', 'Reports this officer may see, newest first.')
    .option('--case <id>', 'of this case only')
    .option('--jsonl', 'a line each')
    .action(async (options: Options & { case?: string }) => {
      await withVault(options, ({ cases, reports }) => {
        if (options.case === undefined) return printList(reports.list({ caseId: null }), options);
        const file = cases.list().find(({ id, number }) => id === options.case || number === options.case);
        if (file === undefined) throw new SinergiError('not-found', { collection: 'cases', id: options.case });
        return printList(reports.list({ caseId: file.id }), options);
      });
    });

  one('show', 'One report with its state and how it came there.').action(async (options: One) => {
    const view = await withVault(options, async (services) => {
      const shown = services.reports.get(reportOf(services, options.report).id);
      await services.reads.report(shown.report.id);
      return shown;
    });
    await printAnswer(view, options);
  });

  one('attach', 'Take a file into a draft, as it is.')
    .requiredOption('--file <file>')
    .action(async (options: One & { file: string }) => {
      const added = await withVault(options, (services) => {
        const { id } = reportOf(services, options.report);
        return services.attachments.attach({ collection: 'reports', id }, resolve(options.file));
      });
      await printAnswer(added, options);
    });

  one('files', 'Files of a report, read through and compared with what was taken in.')
    .option('--jsonl', 'a line each')
    .action(async (options: One) => {
      await withVault(options, async ({ attachments, ...services }) => {
        const { id } = reportOf({ ...services, attachments }, options.report);
        const rows = [];
        for (const file of attachments.list({ collection: 'reports', id }))
          rows.push({ ...file, sound: (await attachments.verify(file.id)).sound });
        await printList(rows, options);
      });
    });

  one('submit', 'Hand a draft over for evaluation.')
    .option('--note <text>', '', '')
    .action((options: One & { note: string }) =>
      step(options, ({ reports }, about) => reports.submit({ ...about, note: options.note })),
    );

  one('evaluate', "Judge another officer's report: as it was graded, or with a grade for some items.")
    .option('--grades <list>', 'Admiralty grades in the order of the items, - to leave one: B2,-,C3', grades, [])
    .option('--note <text>', '', '')
    .action((options: One & { grades: (Grade | null)[]; note: string }) =>
      step(options, ({ reports }, about) => reports.evaluate({ ...about, grades: options.grades, note: options.note })),
    );

  one('give-back', 'Give a submitted report back to its author.')
    .requiredOption('--note <text>', 'what is missing')
    .action((options: One & { note: string }) =>
      step(options, ({ reports }, about) => reports.giveBack({ ...about, note: options.note })),
    );

  one('disseminate', 'Pass an evaluated report on.')
    .requiredOption('--to <name...>', 'who receives it')
    .option('--note <text>', '', '')
    .action((options: One & { to: string[]; note: string }) =>
      step(options, ({ reports }, about) =>
        reports.disseminate({ ...about, distribution: options.to, note: options.note }),
      ),
    );

  one('recall', 'Recall a report.')
    .requiredOption('--reason <text>')
    .action((options: One & { reason: string }) =>
      step(options, ({ reports }, about) => reports.recall({ ...about, reason: options.reason })),
    );

  one('print', 'Write a report as PDF, as a Laporan Informasi or an intelligence report.')
    .addOption(new Option('--form <form>').choices(reportForms).default('li'))
    .requiredOption('--out <file>', 'the PDF to write')
    .option('--lang <language>', 'id or en', language, 'id')
    .option('--recipient <name>', 'who receives this copy', recipient, '')
    .option('--copy <number>', 'copy number', copyNumber, 1)
    .option('--sanitised', 'without anything that tells where the information comes from')
    .action(async (options: PrintOptions) => {
      const exported = await withVault(options, (services) =>
        services.documents.exportReport({
          reportId: reportOf(services, options.report).id,
          form: options.form,
          sanitised: options.sanitised === true,
          language: options.lang,
          recipient: options.recipient,
          copyNumber: options.copy,
          path: resolve(options.out),
        }),
      );
      const { pages, bytes, sha256, dataSha256 } = exported;
      await printAnswer({ pages, bytes, sha256, dataSha256 }, options);
    });
}

function reportOf({ reports }: Services, wanted: string) {
  const row = reports.list({ caseId: null }).find(({ id, number }) => id === wanted || number === wanted);
  if (row === undefined) throw new SinergiError('not-found', { collection: 'reports', id: wanted });
  return row;
}

async function step(
  options: One,
  act: (
    services: Services,
    about: { id: string; version: number },
  ) => Promise<{ readonly id: string; readonly number: string; readonly state: string }>,
): Promise<void> {
  const {
    id: reportId,
    number,
    state,
  } = await withVault(options, (services) => {
    const { report } = services.reports.get(reportOf(services, options.report).id);
    return act(services, { id: report.id, version: report.version });
  });
  await printAnswer({ reportId, number, state }, options);
}

function grades(list: string): (Grade | null)[] {
  return list.split(',').map((code) => {
    if (code.trim() === '-') return null;
    const [source, information] = code.trim().toUpperCase();
    const parsed = gradeSchema.safeParse({ scheme: 'admiralty', source, information });
    if (!parsed.success || code.trim().length !== 2) throw new InvalidArgumentError('grades such as B2, or -');
    return parsed.data;
  });
}
