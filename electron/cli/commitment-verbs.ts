import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Language } from '../../shared/domain/basics.ts';
import { commitmentFieldsSchema } from '../../shared/domain/coordination/commitment.ts';
import { SinergiError } from '../../shared/errors.ts';
import { find } from '../services/records.ts';
import { language } from './copy-options.ts';
import { type CoordinationOptions, type FileOptions, verbOf } from './coordination-verbs.ts';
import { givenDay } from './given-day.ts';
import { readJsonFile } from './json-file.ts';
import { withVault } from './opened.ts';
import { printAnswer, printList } from './output.ts';

type SetOptions = CoordinationOptions & {
  readonly id: string;
  readonly due: string;
  readonly state: 'kept' | 'missed' | 'open';
  readonly evidence: string;
};

export function commitmentVerbs(program: Command): void {
  const group = program.command('commitment').description('What agencies owe each other (docs/coordination.md).');

  verbOf(group, 'add', 'A commitment from a JSON file.')
    .requiredOption('--file <file>', 'a file, or - for the standard input')
    .action(async ({ file, ...options }: FileOptions) => {
      const fields = await readJsonFile(file, commitmentFieldsSchema);
      await withVault(options, async ({ coordination }) => {
        const { id } = await coordination.commitments.create(fields);
        await printAnswer({ id }, options);
      });
    });

  verbOf(group, 'list', 'What is due first, with every time it was due.')
    .option('--jsonl', 'a line each')
    .option('--figures', 'kept, missed, open and overdue by agency instead')
    .action(async ({ figures, ...options }: CoordinationOptions & { readonly figures?: boolean }) => {
      await withVault(options, ({ coordination }) => {
        const all = coordination.commitments.list();
        return printList(figures === true ? all.figures : all.rows, options);
      });
    });

  verbOf(group, 'set', 'Says whether it was kept on a day it was due; open takes that back.')
    .requiredOption('--id <commitment>')
    .requiredOption('--due <day>')
    .addOption(new Option('--state <state>').choices(['kept', 'missed', 'open']).makeOptionMandatory())
    .option('--evidence <text>', 'what shows it; wanted for kept and missed', '')
    .action(async ({ id, due, state, evidence, ...options }: SetOptions) => {
      if (state !== 'open' && evidence.trim() === '') throw new SinergiError('evidence-required');
      await withVault(options, async ({ coordination, session }) => {
        const { version } = find(session.vault('coordination.write'), 'commitments', id);
        const settlement = state === 'open' ? null : { state, evidence: evidence.trim() };
        await coordination.commitments.settle({ id, version, dueOn: givenDay(due), settlement });
        await printAnswer({ id, due, state }, options);
      });
    });

  verbOf(group, 'report', 'Kept and missed with figures, as PDF.')
    .requiredOption('--out <file>', 'the PDF to write')
    .option('--lang <language>', 'id or en', language, 'id')
    .action(async ({ out, lang, ...options }: CoordinationOptions & { out: string; lang: Language }) => {
      const { pages, bytes, sha256, dataSha256 } = await withVault(options, ({ documents }) =>
        documents.commitmentsReport({ path: resolve(out), language: lang }),
      );
      await printAnswer({ pages, bytes, sha256, dataSha256 }, options);
    });
}
