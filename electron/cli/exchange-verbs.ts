import { type Command, Option } from 'commander';
import { type Language, languageSchema } from '../../shared/domain/basics.ts';
import type { PackageBody } from '../../shared/domain/exchange/package.ts';
import type { AgreementKind } from '../../shared/domain/exchange/origin.ts';
import { type Handling, handlingLabel } from '../../shared/domain/handling.ts';
import { SinergiError } from '../../shared/errors.ts';
import { previewRow } from '../services/exchange/preview-row.ts';
import type { Services } from '../services/services.ts';
import { caseNamed } from './case-named.ts';
import {
  agreement,
  type BodyOptions,
  bytes,
  codes,
  day,
  list,
  type MakeVerb,
  type Options,
  orderOf,
  type OutOptions,
  type PackOptions,
  target,
  type Written,
} from './exchange-options.ts';
import { receivingVerbs } from './exchange-receiving-verbs.ts';
import { identityVerbs } from './exchange-trust-verbs.ts';
import { givenDay } from './given-day.ts';
import { withVault } from './opened.ts';
import { printAnswer, printList } from './output.ts';

export function exchangeVerbs(program: Command): void {
  const group = program.command('exchange').description('Sealed packages between agencies (docs/exchange.md).');
  const verb = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .requiredOption('--vault <folder>')
      .option('--as <name>')
      .option('--json');
  const written = (command: Command): Command =>
    command.requiredOption('--out <file>').option('--part-size <bytes>', 'cut into parts of so many bytes', bytes);

  identityVerbs(verb);

  const packed = (command: Command): Command =>
    command
      .option('--case <ids...>', 'identifier or number of a case')
      .option('--report <ids...>', 'identifier or number of a report, beside those of the cases')
      .option('--meeting <ids...>', 'meetings, with what was committed to in them')
      .option('--operation <ids...>', 'joint operations')
      .option('--commitment <ids...>', 'commitments, beside those of the meetings')
      .option('--no-files', 'leave photos and files here')
      .option('--people <ids>', 'identifiers of people, with commas', list)
      .requiredOption('--to <agency>', 'identifier or name')
      .requiredOption('--purpose <text>')
      .option('--expires <date>', 'last day on which it may be opened', day)
      .option('--handling <codes>', 'for everything in it: P, or C with A1-A3 and S1-S2: "C A2 S1"', codes)
      .option('--conditions <text>', 'what the receiver has to heed')
      .option('--answers <request>', 'identifier of the request it answers')
      .option('--corrects <package>', 'identifier of the package it puts right');

  packed(verb('preview', 'What would go, item by item, and what stays and why.'))
    .option('--jsonl', 'a line each')
    .action(async (options: PackOptions) => {
      await withVault(options, (services) =>
        printList(services.exchange.sending.preview(orderOf(services, options)).map(previewRow), options),
      );
    });

  written(
    packed(verb('seal', 'Seal a package for an agency. From the marking set on, another officer approves.')),
  ).action(async (options: PackOptions & OutOptions) => {
    const sealed = await withVault(options, (services) =>
      services.exchange.sending.seal(orderOf(services, options), target(options)),
    );
    await printAnswer(sealed, options);
  });

  receivingVerbs(verb);
  wordVerbs(verb, written);
  registerVerbs(verb);
}

function wordVerbs(verb: MakeVerb, written: Written): void {
  written(verb('agree', 'As originator, agree to action upon, or passing on of, what was sent.'))
    .requiredOption('--package <id>', 'of the package sent')
    .requiredOption('--to <agency>')
    .requiredOption('--allow <what>', 'action or sanitisation', agreement)
    .option('--items <ids>', 'items of it, with commas; all when left out', list, [])
    .option('--reason <text>', '', '')
    .action(async (options: Options & OutOptions & BodyOptions & { allow: AgreementKind }) => {
      const body: PackageBody = {
        kind: 'agreement',
        packageId: options.package,
        items: [...options.items],
        allows: options.allow,
        reason: options.reason,
      };
      const purpose = options.reason === '' ? options.package : options.reason;
      await printAnswer(
        await withVault(options, ({ exchange }) =>
          exchange.sending.sealBody(options.to, body, purpose, target(options)),
        ),
        options,
      );
    });

  written(verb('recall', 'Take back what was sent: the receiver is told not to use it any more.'))
    .requiredOption('--package <id>', 'of the package sent')
    .requiredOption('--to <agency>')
    .option('--items <ids>', 'items of it, with commas; all when left out', list, [])
    .requiredOption('--reason <text>')
    .action(async (options: Options & OutOptions & BodyOptions) => {
      const { package: packageId, items, reason } = options;
      const body: PackageBody = { kind: 'recall', packageId, items: [...items], reason };
      await printAnswer(
        await withVault(options, ({ exchange }) =>
          exchange.sending.sealBody(options.to, body, reason, target(options)),
        ),
        options,
      );
    });

  written(verb('ask', 'A request for information to another agency.'))
    .requiredOption('--to <agency>')
    .requiredOption('--subject <text>')
    .requiredOption('--question <text>')
    .requiredOption('--deadline <date>', '', day)
    .action(
      async (options: Options & OutOptions & { to: string; subject: string; question: string; deadline: string }) => {
        const { to, subject, question, deadline } = options;
        await printAnswer(
          await withVault(options, ({ exchange }) =>
            exchange.ask(to, { subject, question, deadline }, target(options)),
          ),
          options,
        );
      },
    );

  verb('handling', 'Set the handling code of a person, a case or a link.')
    .option('--person <id>')
    .option('--case <id>', 'identifier or number')
    .option('--link <id>')
    .requiredOption('--code <codes>', 'P, or C with A1-A3 and S1-S2: "C A2 S1"', codes)
    .option('--note <text>', 'what the codes do not say', '')
    .action(
      async (options: Options & { person?: string; case?: string; link?: string; code: Handling; note: string }) => {
        const handling = options.code.code === 'P' ? options.code : { ...options.code, note: options.note };
        await withVault(options, async (services) => {
          const { exchange } = services;
          if (options.person !== undefined) return await exchange.setHandling('people', options.person, handling);
          if (options.link !== undefined) return await exchange.setHandling('links', options.link, handling);
          if (options.case === undefined) throw new SinergiError('invalid-input', { field: 'case' });
          await exchange.setHandling('cases', caseNamed(services, options.case), handling);
        });
        await printAnswer({ handling: handlingLabel(handling) }, options);
      },
    );
}

interface RegisterOptions extends Options {
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
  readonly lang: Language;
}

function registerVerbs(verb: MakeVerb): void {
  verb('register', 'What went and what came, newest first; as PDF with figures for the commanders.')
    .option('--from <day>', 'first day, 2026-03-01')
    .option('--to <day>', 'last day')
    .option('--out <file>', 'a PDF instead of the list')
    .addOption(new Option('--lang <language>', 'of the PDF').choices(languageSchema.options).default('id'))
    .option('--jsonl', 'a line each')
    .action(async ({ from, to, out, lang, ...options }: RegisterOptions) => {
      const period = {
        from: from === undefined ? null : givenDay(from),
        until: to === undefined ? null : givenDay(to),
      };
      await withVault(options, async ({ exchange: { register }, documents }) => {
        if (out === undefined) return await printList(register.rows(period), options);
        const content = { ...period, rows: [...register.rows(period)], statistics: register.statistics(period) };
        await printAnswer(await documents.exchangeRegister({ register: content, language: lang, path: out }), options);
      });
    });

  const listed = (name: string, description: string, rows: (services: Services) => Iterable<object>): void => {
    verb(name, description)
      .option('--jsonl', 'a line each')
      .action(async (options: Options) => {
        await withVault(options, (services) => printList(rows(services), options));
      });
  };
  listed('inbox', 'Packages received, and how far they are decided.', ({ exchange }) => exchange.receiving.list());
  listed('requests', 'Requests for information, ours and theirs.', ({ exchange }) => exchange.register.requests());

  verb('statistics', 'How much was exchanged, with whom, and what is waited for.').action(async (options: Options) => {
    await printAnswer(await withVault(options, async ({ exchange }) => exchange.register.statistics()), options);
  });
}
