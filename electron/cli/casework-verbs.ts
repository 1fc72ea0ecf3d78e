import { type Command, Option } from 'commander';
import { gradeCodes, type Grade, gradeSchema, gradeSchemes, type GradeScheme } from '../../shared/domain/grade.ts';
import { type Judgement, judgements } from '../../shared/domain/casework/case-fact.ts';
import { SinergiError } from '../../shared/errors.ts';
import { weighHypotheses } from '../../shared/analysis/competing-hypotheses.ts';
import { find } from '../services/records.ts';
import { caseNamed } from './case-named.ts';
import { givenDay } from './given-day.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

type Options = VaultOptions & OutputOptions;
type OfCase = Options & { readonly case: string };

/** Hypotheses of a case, what is known in it, and what is not. */
export function caseworkVerbs(program: Command): void {
  hypothesisVerbs(program.command('hypothesis').description('Explanations of a case, held against each other.'));
  factVerbs(program.command('fact').description('What is known in a case, with where it is known from.'));
  gapVerbs(program.command('gap').description('What a case does not know yet.'));
}

const start = (group: Command, name: string): Command => group.command(name).requiredOption('--vault <folder>');
const ofCase = (group: Command, name: string): Command =>
  start(group, name).requiredOption('--case <id>', 'identifier or number');
const answering = (command: Command): Command => command.option('--as <name>').option('--json');
const listing = (command: Command): Command =>
  command.option('--as <name>').option('--json', 'one array').option('--jsonl', 'a line each');

function hypothesisVerbs(group: Command): void {
  answering(ofCase(group, 'add').requiredOption('--statement <text>')).action(
    async ({ case: word, statement, ...options }: OfCase & { statement: string }) => {
      await withVault(options, async (services) => {
        const caseId = caseNamed(services, word);
        const { id } = await services.casework.hypotheses.create(caseId, { statement });
        await printAnswer({ id, case: caseId }, options);
      });
    },
  );
  listing(ofCase(group, 'list').description('By how little speaks against each.')).action(
    async ({ case: word, ...options }: OfCase) => {
      await withVault(options, async (services) => {
        const { hypotheses, facts } = services.casework.get(caseNamed(services, word));
        const told = new Map(hypotheses.map(({ id, number, statement }) => [id, { number, statement }]));
        const ranked = weighHypotheses([...told.keys()], facts).hypotheses;
        await printList(
          ranked.map((each) => ({ ...each, ...told.get(each.id) })),
          options,
        );
      });
    },
  );
  answering(
    start(group, 'judge')
      .description('Says how a fact stands to a hypothesis.')
      .requiredOption('--id <hypothesis>')
      .requiredOption('--fact <id>')
      .addOption(new Option('--verdict <verdict>').choices([...judgements, 'none']).makeOptionMandatory()),
  ).action(
    async ({ id, fact, verdict, ...options }: Options & { id: string; fact: string; verdict: Judgement | 'none' }) => {
      await withVault(options, async ({ casework, session }) => {
        const { version } = find(session.vault('cases.write'), 'caseFacts', fact);
        const judgement = verdict === 'none' ? null : verdict;
        await casework.hypotheses.judge({ id: fact, version, hypothesisId: id, judgement });
        await printAnswer({ id, fact, verdict }, options);
      });
    },
  );
}

interface FactOptions extends OfCase {
  readonly text: string;
  readonly source: string;
  readonly grade: string;
  readonly scheme: GradeScheme;
  readonly on?: string;
  readonly key?: boolean;
}

function factVerbs(group: Command): void {
  answering(
    ofCase(group, 'add')
      .requiredOption('--text <text>')
      .requiredOption('--source <text>', 'where it is known from')
      .requiredOption('--grade <code>', 'B2')
      .addOption(new Option('--scheme <scheme>').choices(gradeSchemes).default('admiralty'))
      .option('--on <day>', 'the day it is about')
      .option('--key', 'among the key facts'),
  ).action(async ({ case: word, text, source, grade, scheme, on, key, ...options }: FactOptions) => {
    await withVault(options, async (services) => {
      const caseId = caseNamed(services, word);
      const fields = { text, source, grade: gradeOf(scheme, grade), isKey: key === true };
      const day = on === undefined ? {} : { on: givenDay(on) };
      const { id } = await services.casework.hypotheses.createFact(caseId, { ...fields, ...day });
      await printAnswer({ id, case: caseId }, options);
    });
  });
  listing(ofCase(group, 'list')).action(async ({ case: word, ...options }: OfCase) => {
    await withVault(options, async (services) => {
      const { hypotheses, facts } = services.casework.get(caseNamed(services, word));
      const weighed = weighHypotheses(
        hypotheses.map(({ id }) => id),
        facts,
      ).facts;
      await printList(
        facts.map(({ id, number, text, on, source, grade, isKey, judgements: judged }, index) => ({
          id,
          number,
          text,
          on: on ?? null,
          source,
          grade,
          isKey,
          judgements: judged,
          weight: weighed[index]?.weight,
          diagnosticity: weighed[index]?.diagnosticity,
        })),
        options,
      );
    });
  });
}

/** @throws SinergiError `invalid-input` */
function gradeOf(scheme: GradeScheme, written: string): Grade {
  const source = gradeCodes[scheme].source.find((code) => written.toUpperCase().startsWith(code)) ?? '';
  const information = written.toUpperCase().slice(source.length);
  const { data } = gradeSchema.safeParse({ scheme, source, information });
  if (data === undefined) throw new SinergiError('invalid-input', { fields: [written] });
  return data;
}

function gapVerbs(group: Command): void {
  answering(ofCase(group, 'add').requiredOption('--question <text>')).action(
    async ({ case: word, question, ...options }: OfCase & { question: string }) => {
      await withVault(options, async (services) => {
        const caseId = caseNamed(services, word);
        const { id } = await services.casework.tasks.createGap(caseId, { question, answer: '' });
        await printAnswer({ id, case: caseId }, options);
      });
    },
  );
  listing(ofCase(group, 'list')).action(async ({ case: word, ...options }: OfCase) => {
    await withVault(options, async (services) => {
      const { gaps } = services.casework.get(caseNamed(services, word));
      await printList(
        gaps.map(({ id, number, question, answer }) => ({ id, number, question, answer })),
        options,
      );
    });
  });
  answering(start(group, 'answer').requiredOption('--id <gap>').requiredOption('--answer <text>')).action(
    async ({ id, answer, ...options }: Options & { id: string; answer: string }) => {
      await withVault(options, async ({ casework, session }) => {
        const { version, question } = find(session.vault('cases.write'), 'gaps', id);
        await casework.tasks.changeGap({ id, version, fields: { question, answer } });
        await printAnswer({ id, answer }, options);
      });
    },
  );
}
