import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type Language, languageSchema } from '../../shared/domain/basics.ts';
import type { Scenario } from '../../shared/domain/training/scenario.ts';
import { skillFieldsSchema } from '../../shared/domain/training/skill.ts';
import { judgeScenarioFile, readScenarioFile } from '../services/training/scenario-file.ts';
import { readJsonFile } from './json-file.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { exitCodes, type OutputOptions, printAnswer, printList } from './output.ts';

type Options = VaultOptions & OutputOptions;

/** Exercises in practice vaults, and who has learnt what: docs/training.md. */
export function trainingVerbs(program: Command): void {
  const group = program.command('training').description('Exercises on invented people (docs/training.md).');
  checkVerb(group);
  const verb = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .requiredOption('--vault <folder>')
      .option('--as <name>')
      .option('--json')
      .option('--jsonl', 'a line each');

  verb('mark', 'Make an empty vault one for practice only, for good.').action(async (options: Options) => {
    await withVault(options, ({ training }) => training.mark());
    await printAnswer({ training: true }, options);
  });
  verb('list', 'The exercises, with the best score so far.').action((options: Options) =>
    withVault(options, ({ training }) => printList(training.list(), options)),
  );
  verb('start', 'Fill the practice vault with an exercise; what is done from now on counts.')
    .option('--scenario <id>', 'one of those that come with the program')
    .option('--file <file>', 'a scenario of a trainer')
    .action(
      async ({ scenario, file, ...options }: Options & { scenario?: string; file?: string }, command: Command) => {
        if ((scenario === undefined) === (file === undefined)) return command.error('error: --scenario or --file');
        const wanted = file === undefined ? (scenario ?? '') : await readScenarioFile(resolve(file));
        await withVault(options, async ({ training }) => {
          const { scenarioId, startedAt } = await training.start(wanted);
          await printAnswer({ scenario: scenarioId, startedAt }, options);
        });
      },
    );
  verb('hint', 'The hint of a step; it costs points.')
    .requiredOption('--step <id>')
    .action(async ({ step, ...options }: Options & { step: string }) => {
      await withVault(options, async ({ training }) => {
        await training.hint(step);
        const found = training.status().running?.scenario.steps.find(({ id }) => id === step);
        await printAnswer({ step, hint: found?.hint ?? null, cost: found?.hintCost ?? 0 }, options);
      });
    });
  verb('score', 'How the running exercise stands, point by point; --finish ends it.')
    .option('--finish', 'end it with this score')
    .action(async ({ finish, ...options }: Options & { finish?: boolean }) => {
      await withVault(options, async ({ training }) => {
        const scenario = training.status().running?.scenario;
        const result = training.standing();
        if (finish === true) await training.finish('finished');
        await printAnswer({ scenario: scenario?.id ?? '', ...explained(scenario, result) }, options);
      });
    });
  skillVerbs(program);
}

function checkVerb(group: Command): void {
  group
    .command('check')
    .description('Hold a scenario file to its format; opens no vault.')
    .requiredOption('--file <file>')
    .option('--json')
    .action(async ({ file, ...options }: OutputOptions & { file: string }) => {
      const { ok, scenario, problems } = await judgeScenarioFile(resolve(file));
      await printAnswer({ ok, scenario: scenario === null ? null : factsOf(scenario), problems }, options);
      if (!ok) process.exitCode = exitCodes.failed;
    });
}

const factsOf = ({ id, version, title, minutes, skill, steps, checks, mistakes, material }: Scenario): object => ({
  id,
  version,
  title,
  minutes,
  skill,
  points: checks.reduce((sum, { points }) => sum + points, 0),
  steps: steps.length,
  checks: checks.length,
  mistakes: mistakes.length,
  people: material.people.length,
});

function explained(
  scenario: Scenario | undefined,
  result: { score: number; checks: { id: string; won: boolean }[]; mistakes: string[]; hints: string[] },
): object {
  return {
    score: result.score,
    checks: result.checks.map(({ id, won }) => {
      const check = scenario?.checks.find((each) => each.id === id);
      return {
        id,
        won,
        points: won ? (check?.points ?? 0) : 0,
        of: check?.points ?? 0,
        why: won ? check?.won : check?.lost,
      };
    }),
    mistakes: result.mistakes.map((id) => {
      const mistake = scenario?.mistakes.find((each) => each.id === id);
      return { id, cost: mistake?.cost ?? 0, why: mistake?.text };
    }),
    hints: result.hints,
  };
}

function skillVerbs(program: Command): void {
  const group = program.command('skills').description('Who has learnt what, and what a role still asks for.');
  const verb = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .requiredOption('--vault <folder>')
      .option('--as <name>')
      .option('--json')
      .option('--jsonl', 'a line each');
  const printed = (command: Command): Command =>
    command
      .requiredOption('--out <file>', 'the PDF')
      .addOption(new Option('--lang <language>').choices(languageSchema.options).default('id'));

  verb('list', 'Officers with their records and what is missing.').action((options: Options) =>
    withVault(options, ({ skills }) => printList(skills.team(), options)),
  );
  verb('add', 'A course or an exercise, from a file.')
    .requiredOption('--file <file>')
    .action(async ({ file, ...options }: Options & { file: string }) => {
      const fields = await readJsonFile(file, skillFieldsSchema);
      await withVault(options, async ({ skills }) => {
        const { id } = await skills.add(fields);
        await printAnswer({ id }, options);
      });
    });
  printed(verb('certificate', 'A record as a certificate.').requiredOption('--id <id>')).action(
    async ({ id, out, lang, ...options }: Options & Printed & { id: string }) => {
      await withVault(options, async ({ skills, documents }) => {
        const record = skills.get(id);
        await printAnswer(await documents.certificate({ record, language: lang, path: resolve(out) }), options);
      });
    },
  );
  printed(verb('overview', 'The whole team on paper.')).action(async ({ out, lang, ...options }: Options & Printed) => {
    await withVault(options, async ({ skills, documents }) => {
      const team = skills.team();
      await printAnswer(await documents.teamSkills({ team, language: lang, path: resolve(out) }), options);
    });
  });
}

interface Printed {
  readonly out: string;
  readonly lang: Language;
}
