import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { mondayOf } from '../../shared/analysis/mitigation/weeks.ts';
import type { RiskRow, WarningRow } from '../../shared/contract/mitigation.ts';
import { type Language, languageSchema } from '../../shared/domain/basics.ts';
import { cellSearchFieldsSchema, searchResultFieldsSchema } from '../../shared/domain/mitigation/cell-search.ts';
import { incidentFieldsSchema } from '../../shared/domain/mitigation/incident.ts';
import { thresholdsSchema } from '../../shared/domain/mitigation/indicator.ts';
import { planFieldsSchema } from '../../shared/domain/mitigation/prison-plan.ts';
import { assessmentFieldsSchema, riskFieldsSchema } from '../../shared/domain/mitigation/risk.ts';
import { SinergiError } from '../../shared/errors.ts';
import { find } from '../services/records.ts';
import type { Services } from '../services/services.ts';
import { readJsonFile } from './json-file.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

type Options = VaultOptions & OutputOptions;

const riskFileSchema = riskFieldsSchema.extend({ assessment: assessmentFieldsSchema });

/** Mitigation of disturbances: docs/mitigation.md. */
export function mitigationVerbs(program: Command): void {
  riskVerbs(program);
  incidentVerbs(program);
  searchVerbs(program);
  warningVerbs(program);
  planVerbs(program);
}

const verbOf =
  (group: Command) =>
  (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .requiredOption('--vault <folder>')
      .option('--as <name>')
      .option('--json')
      .option('--jsonl', 'a line each');

function riskVerbs(program: Command): void {
  const verb = verbOf(program.command('risk').description('Threats to security and order (docs/mitigation.md).'));
  verb('list', 'The gravest first.').action((options: Options) =>
    withVault(options, ({ mitigation }) => printList(mitigation.risks.list().map(spokenRisk), options)),
  );
  verb('add', 'From a file: the threat, with how it is rated under `assessment`.')
    .requiredOption('--file <file>')
    .action(async ({ file, ...options }: Options & { file: string }) => {
      const { assessment, ...fields } = await readJsonFile(file, riskFileSchema);
      await withVault(options, async ({ mitigation }) => {
        const { id, number } = await mitigation.risks.create({ fields, assessment });
        await printAnswer({ id, number }, options);
      });
    });
  verb('assess', 'Rates it anew; earlier ratings stay.')
    .requiredOption('--risk <number>', 'identifier or number')
    .requiredOption('--likelihood <1-5>', '', Number)
    .requiredOption('--impact <1-5>', '', Number)
    .requiredOption('--reason <text>')
    .action(
      async ({ risk, likelihood, impact, reason, ...options }: Options & Rated & { risk: string; reason: string }) => {
        const assessment = checked(assessmentFieldsSchema.safeParse({ likelihood, impact, reason }));
        await withVault(options, async (services) => {
          const { id, version } = riskNamed(services, risk);
          const { number } = await services.mitigation.risks.assess({ id, version, assessment });
          await printAnswer({ id, number, likelihood, impact }, options);
        });
      },
    );
  verb('close', 'Takes it out of what is counted.')
    .requiredOption('--risk <number>', 'identifier or number')
    .requiredOption('--reason <text>')
    .action(async ({ risk, reason, ...options }: Options & { risk: string; reason: string }) => {
      await withVault(options, async (services) => {
        const { id, version } = riskNamed(services, risk);
        await services.mitigation.risks.close({ id, version, reason });
        await printAnswer({ id, state: 'closed' }, options);
      });
    });
}

interface Rated {
  readonly likelihood: number;
  readonly impact: number;
}

function incidentVerbs(program: Command): void {
  const verb = verbOf(program.command('incident').description('Disturbances as they happened.'));
  verb('list', 'The newest first.').action((options: Options) =>
    withVault(options, ({ mitigation }) => printList(mitigation.incidents.list(), options)),
  );
  verb('add', 'From a file.')
    .requiredOption('--file <file>')
    .action(async ({ file, ...options }: Options & { file: string }) => {
      const fields = await readJsonFile(file, incidentFieldsSchema);
      await withVault(options, async ({ mitigation }) => {
        const { id, number } = await mitigation.incidents.create(fields);
        await printAnswer({ id, number }, options);
      });
    });
}

function searchVerbs(program: Command): void {
  const verb = verbOf(program.command('cell-search').description('Searches of cells (razia).'));
  verb('list', 'What is to come first.').action((options: Options) =>
    withVault(options, ({ mitigation }) => printList(mitigation.searches.list(), options)),
  );
  verb('plan', 'From a file; warnings named in it are answered by it.')
    .requiredOption('--file <file>')
    .action(async ({ file, ...options }: Options & { file: string }) => {
      const fields = await readJsonFile(file, cellSearchFieldsSchema);
      await withVault(options, async ({ mitigation }) => {
        const { id, number } = await mitigation.searches.plan(fields);
        await printAnswer({ id, number, state: 'planned' }, options);
      });
    });
  verb('hold', 'What came of it, from a file; from then on it counts.')
    .requiredOption('--search <number>', 'identifier or number')
    .requiredOption('--file <file>')
    .action(async ({ search, file, ...options }: Options & { search: string; file: string }) => {
      const result = await readJsonFile(file, searchResultFieldsSchema);
      await withVault(options, async (services) => {
        const { id, version, number } = searchNamed(services, search);
        await services.mitigation.searches.hold({ id, version, result });
        await printAnswer({ id, number, state: 'held', found: result.found.length }, options);
      });
    });
  verb('cancel', 'Calls it off.')
    .requiredOption('--search <number>', 'identifier or number')
    .requiredOption('--reason <text>')
    .action(async ({ search, reason, ...options }: Options & { search: string; reason: string }) => {
      await withVault(options, async (services) => {
        const { id, version, number } = searchNamed(services, search);
        await services.mitigation.searches.cancel({ id, version, reason });
        await printAnswer({ id, number, state: 'cancelled' }, options);
      });
    });
}

function warningVerbs(program: Command): void {
  const verb = verbOf(program.command('warning').description('Early warnings of the registers.'));
  const week = (command: Command): Command =>
    command.option(
      '--week <week>',
      '2026-W10, or any day of it; the newest there is anything of when left out',
      monday,
    );
  week(verb('list', 'Indicators above their threshold in a week, what stands out most first.')).action(
    (options: Options & { week?: string }) =>
      withVault(options, async ({ mitigation }) => {
        const { warnings } = await mitigation.warning.indicators(options.week ?? null);
        await printList(warnings.map(spokenWarning), options);
      }),
  );
  week(verb('indicators', 'Counts by block and week.')).action((options: Options & { week?: string }) =>
    withVault(options, async ({ mitigation }) => {
      const { rows, weeks } = await mitigation.warning.indicators(options.week ?? null);
      const named = rows.map(({ kind, block, counts }) => ({
        kind,
        block,
        weeks: Object.fromEntries(counts.map((count, place) => [weeks[place] ?? '', count])),
      }));
      await printList(named, options);
    }),
  );
  verb('answer', 'Says what is done about one.')
    .requiredOption('--key <key>', 'as `warning list` gives it')
    .addOption(new Option('--act <act>').choices(['noted', 'dismissed']).makeOptionMandatory())
    .option('--note <text>', '', '')
    .action(async ({ key, act, note, ...options }: Options & Answer) => {
      await withVault(options, ({ mitigation }) => mitigation.warning.act({ key, act, note }));
      await printAnswer({ key, act }, options);
    });
  verb('thresholds', 'From when on indicators warn; from a file, sets them.')
    .option('--file <file>')
    .action(async ({ file, ...options }: Options & { file?: string }) => {
      const thresholds = file === undefined ? null : await readJsonFile(file, thresholdsSchema);
      await withVault(options, async ({ mitigation }) => {
        if (thresholds !== null) await mitigation.warning.setThresholds(thresholds);
        await printAnswer(thresholds ?? mitigation.warning.thresholds(), options);
      });
    });
}

interface Answer {
  readonly key: string;
  readonly act: 'noted' | 'dismissed';
  readonly note: string;
}

function planVerbs(program: Command): void {
  const verb = verbOf(program.command('situation').description('How the blocks of the prison stand.'));
  verb('plan', 'The plan of the prison with inmates by block; from a file, draws it.')
    .option('--file <file>')
    .action(async ({ file, ...options }: Options & { file?: string }) => {
      const drawn = file === undefined ? null : await readJsonFile(file, planFieldsSchema);
      await withVault(options, async ({ mitigation: { plan } }) => {
        if (drawn === null) return await printAnswer(plan.get(), options);
        await plan.save(drawn, plan.get().version);
        await printAnswer({ blocks: drawn.blocks.length }, options);
      });
    });
  verb('report', 'The weekly report as PDF; as JSON when no file is named.')
    .option('--week <week>', '2026-W10, or any day of it; the newest there is anything of when left out', monday)
    .option('--out <file>', 'the PDF')
    .option('--remarks <text>', '', '')
    .addOption(new Option('--lang <language>').choices(languageSchema.options).default('id'))
    .action(async ({ week, out, remarks, lang, ...options }: Options & Report) => {
      await withVault(options, async ({ mitigation, documents }) => {
        const situation = await mitigation.situation(week ?? null, remarks);
        if (out === undefined) return await printAnswer(situation, options);
        await printAnswer(await documents.situation({ situation, language: lang, path: resolve(out) }), options);
      });
    });
}

interface Report {
  readonly week?: string;
  readonly out?: string;
  readonly remarks: string;
  readonly lang: Language;
}

function monday(written: string): string {
  const found = mondayOf(written);
  if (found === undefined) throw new InvalidArgumentError('a week as 2026-W10, or a day as 2026-03-02');
  return found;
}

function checked<T>(parsed: { success: true; data: T } | { success: false }): T {
  if (!parsed.success) throw new SinergiError('invalid-input');
  return parsed.data;
}

/** @throws SinergiError `not-found` */
function riskNamed({ session, mitigation }: Services, wanted: string) {
  const row = mitigation.risks.list().find(({ risk }) => risk.number === wanted);
  return find(session.vault('mitigation.read'), 'risks', row?.risk.id ?? wanted);
}

/** @throws SinergiError `not-found` */
function searchNamed({ session, mitigation }: Services, wanted: string) {
  const search = mitigation.searches.list().find(({ number }) => number === wanted);
  return find(session.vault('mitigation.read'), 'cellSearches', search?.id ?? wanted);
}

const spokenRisk = ({ risk, rating, level, incidents, searches }: RiskRow): object => ({
  id: risk.id,
  number: risk.number,
  title: risk.title,
  kind: risk.kind,
  blocks: risk.blocks,
  ...rating,
  level,
  residual: risk.residual,
  measures: risk.measures,
  assessments: risk.assessments.map(({ likelihood, impact, reason, at }) => ({ likelihood, impact, reason, at })),
  incidents,
  searches,
  reviewOn: risk.reviewOn,
  closed: risk.closed !== undefined,
});

const spokenWarning = ({ risks, act, ...warning }: WarningRow): object => ({
  ...warning,
  risks: risks.map(({ number }) => number),
  act: act?.act ?? null,
  note: act?.note ?? null,
  search: act?.search?.number ?? null,
});
