import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type Marking, dateSchema, markingSchema } from '../../shared/domain/basics.ts';
import type { AgencyRow } from '../../shared/domain/exchange/agency.ts';
import { agreementKindSchema, type AgreementKind } from '../../shared/domain/exchange/origin.ts';
import type { PackageBody } from '../../shared/domain/exchange/package.ts';
import { type Handling, handlingLabel, handlingSchema } from '../../shared/domain/handling.ts';
import { SinergiError } from '../../shared/errors.ts';
import { saveFile } from '../services/documents/save-file.ts';
import { largestCard } from '../services/exchange/cards.ts';
import { previewRow } from '../services/exchange/preview-row.ts';
import type { PackOrder } from '../services/exchange/sending.ts';
import type { Services } from '../services/services.ts';
import { caseNamed } from './case-named.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { type OutputOptions, printAnswer, printList } from './output.ts';

type Options = VaultOptions & OutputOptions;

interface OutOptions {
  readonly out: string;
  readonly partSize?: number;
}
interface PackOptions extends Options {
  readonly case?: readonly string[];
  readonly people?: readonly string[];
  readonly to: string;
  readonly purpose: string;
  readonly expires?: string;
  readonly handling?: Handling;
  readonly conditions?: string;
  readonly answers?: string;
  readonly corrects?: string;
}

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

  receivingVerbs(verb, written);
  wordVerbs(verb, written);
  registerVerbs(verb);
}

type MakeVerb = (name: string, description: string) => Command;
type Written = (command: Command) => Command;

function identityVerbs(verb: MakeVerb): void {
  verb('identity', 'The identity of this agency, made when there is none; the card to hand over.')
    .option('--name <name>', 'of the agency; that of the settings when left out')
    .option('--rotate', 'new keys')
    .option('--out <file>', 'write the card')
    .action(async (options: Options & { name?: string; rotate?: boolean; out?: string }) => {
      const answer = await withVault(options, async ({ exchange }) => {
        const there = exchange.identity.get();
        const made = there ?? (await exchange.identity.create(options.name));
        const row = options.rotate === true && there !== null ? await exchange.identity.rotate() : made;
        if (options.out !== undefined) await saveFile(resolve(options.out), (await exchange.identity.card()).bytes);
        return {
          ...row,
          created: there === null,
          ...(options.out === undefined ? {} : { card: resolve(options.out) }),
        };
      });
      await printAnswer(answer, options);
    });

  verb('trust', 'Agencies and whether they are trusted; read a card, confirm its words, revoke.')
    .option('--card <file>', 'a card that was handed over')
    .option('--agency <agency>', 'one already known, by identifier or name')
    .option('--confirm <words>', 'the words the other agency reads out, Indonesian or English')
    .option('--ceiling <marking>', 'up to which marking cases may go there', marking)
    .option('--revoke')
    .option('--reason <text>', 'why it is revoked', '')
    .option('--jsonl', 'a line each')
    .action(async (options: Options & TrustOptions) => {
      await withVault(options, async ({ exchange: { agencies } }) => {
        const { card, agency, confirm, ceiling, revoke, reason } = options;
        if (card === undefined && agency === undefined) return await printList(agencies.list(), options);
        let row =
          card === undefined ? named(agencies.list(), agency ?? '') : await agencies.readCard(await readCard(card));
        if (confirm !== undefined) row = await agencies.confirm(row.id, confirm);
        if (ceiling !== undefined) row = await agencies.setCeiling(row.id, ceiling);
        if (revoke === true) row = await agencies.revoke(row.id, reason);
        await printAnswer(row, options);
      });
    });
}

interface TrustOptions {
  readonly card?: string;
  readonly agency?: string;
  readonly confirm?: string;
  readonly ceiling?: Marking;
  readonly revoke?: boolean;
  readonly reason: string;
}

function receivingVerbs(verb: MakeVerb, written: Written): void {
  const files = (command: Command): Command =>
    command.requiredOption('--file <files...>', 'the package; of one in parts any part beside the others, or all');

  files(verb('inspect', 'Who sent a package, whether it is genuine and for us; nothing is written.')).action(
    async (options: Options & { file: readonly string[] }) => {
      await printAnswer(
        await withVault(options, ({ exchange }) => exchange.receiving.inspect(paths(options.file))),
        options,
      );
    },
  );

  files(verb('open', 'Take a package into quarantine, compare it with what is held, and accept of it.'))
    .option('--accept <what>', 'all, or identifiers of items with commas')
    .action(async (options: Options & { file: readonly string[]; accept?: string }) => {
      const answer = await withVault(options, async ({ exchange }) => {
        const received = await exchange.receiving.receive(paths(options.file));
        return await decidedItems(exchange, received.id, received.kind, options);
      });
      await printAnswer(answer, options);
    });

  verb('decide', 'Accept, reject or hold what lies in quarantine.')
    .requiredOption('--package <id>', 'of the package')
    .option('--accept <what>', 'all, or identifiers of items with commas')
    .option('--reject <what>', 'all, or identifiers of items with commas')
    .option('--hold <ids>', 'identifiers of items with commas', list)
    .option('--into <pairs>', 'ITEM=PERSON with commas: whom of ours an item is', pairs)
    .action(async (options: Options & DecideOptions) => {
      const answer = await withVault(options, async ({ exchange }) => {
        const received = find(exchange, options.package);
        return await decidedItems(exchange, received.id, received.kind, options);
      });
      await printAnswer(answer, options);
    });

  verb('receipt', 'Write the signed receipt of a package received, or take in one that came back.')
    .option('--package <id>', 'of the package received')
    .option('--out <file>', 'where the receipt goes')
    .option('--file <file>', 'a receipt that came back')
    .action(async (options: Options & { package?: string; out?: string; file?: string }) => {
      const { package: wanted, out, file } = options;
      const answer = await withVault(options, async ({ exchange }) => {
        if (file !== undefined) {
          const { body, from, receivedAt } = await exchange.receiving.receive(paths([file]));
          return { from, receivedAt, ...body };
        }
        if (wanted === undefined || out === undefined) throw new SinergiError('invalid-input', { field: 'package' });
        return await exchange.receipt(find(exchange, wanted).id, target({ out }));
      });
      await printAnswer(answer, options);
    });

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
}

interface BodyOptions {
  readonly package: string;
  readonly to: string;
  readonly items: readonly string[];
  readonly reason: string;
}
interface DecideOptions {
  readonly package: string;
  readonly accept?: string;
  readonly reject?: string;
  readonly hold?: readonly string[];
  readonly into?: ReadonlyMap<string, string>;
}

function wordVerbs(verb: MakeVerb, written: Written): void {
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

function registerVerbs(verb: MakeVerb): void {
  const listed = (name: string, description: string, rows: (services: Services) => Iterable<object>): void => {
    verb(name, description)
      .option('--jsonl', 'a line each')
      .action(async (options: Options) => {
        await withVault(options, (services) => printList(rows(services), options));
      });
  };
  listed('register', 'What went and what came, newest first.', ({ exchange }) => exchange.register.rows());
  listed('inbox', 'Packages received, and how far they are decided.', ({ exchange }) => exchange.receiving.list());
  listed('requests', 'Requests for information, ours and theirs.', ({ exchange }) => exchange.register.requests());

  verb('statistics', 'How much was exchanged, with whom, and what is waited for.').action(async (options: Options) => {
    await printAnswer(await withVault(options, async ({ exchange }) => exchange.register.statistics()), options);
  });
}

type ExchangeService = Services['exchange'];

/** Decides as asked, then tells the package with everything in it. */
async function decidedItems(
  exchange: ExchangeService,
  receivedId: string,
  kind: string,
  { accept, reject, hold = [], into }: Omit<DecideOptions, 'package'>,
): Promise<object> {
  const refused: object[] = [];
  const ids = (what: string | undefined): readonly string[] => (what === undefined || what === 'all' ? [] : list(what));
  const choices = [
    ...ids(accept).map((id) => ({ id, decision: 'accepted' as const, into: into?.get(id) })),
    ...ids(reject).map((id) => ({ id, decision: 'rejected' as const })),
    ...hold.map((id) => ({ id, decision: 'held' as const })),
  ];
  const all = accept === 'all' ? 'accept-all' : reject === 'all' ? 'reject-all' : null;
  if (choices.length > 0) refused.push(...(await exchange.deciding.decide(receivedId, choices)).refused);
  // Recalls and agreements are words, and are decided whole.
  if (all !== null && kind !== 'request' && kind !== 'receipt')
    refused.push(...(await exchange.deciding.decide(receivedId, all)).refused);
  const received = exchange.receiving.list().find(({ id }) => id === receivedId);
  return { package: received, items: await exchange.receiving.items(receivedId), refused };
}

function find(exchange: ExchangeService, wanted: string): ReturnType<ExchangeService['receiving']['list']>[number] {
  const received = exchange.receiving.list().find(({ id, packageId }) => id === wanted || packageId === wanted);
  if (received === undefined) throw new SinergiError('not-found', { collection: 'receivedPackages', id: wanted });
  return received;
}

function orderOf(services: Services, options: PackOptions): PackOrder {
  const { to, purpose, expires, handling, conditions, answers, corrects } = options;
  const caseIds = (options.case ?? []).map((wanted) => caseNamed(services, wanted));
  return {
    caseIds,
    personIds: options.people ?? [],
    to,
    purpose,
    expiresOn: expires,
    handling,
    conditions,
    answers,
    corrects,
  };
}

const target = ({ out, partSize }: OutOptions) => ({ path: resolve(out), partSize: partSize ?? null });
const paths = (files: readonly string[]): readonly string[] => files.map((file) => resolve(file));

function named(rows: readonly AgencyRow[], wanted: string): AgencyRow {
  const row = rows.find(
    ({ id, agencyId, name }) =>
      id === wanted || agencyId === wanted || name.toLowerCase() === wanted.trim().toLowerCase(),
  );
  if (row === undefined) throw new SinergiError('agency-unknown');
  return row;
}

/** No more of it than a card can be. @throws SinergiError `file-not-found`, `card-unreadable` */
async function readCard(path: string): Promise<Uint8Array> {
  const handle = await open(resolve(path)).catch((cause: unknown) => {
    throw new SinergiError('file-not-found', { path }, { cause });
  });
  try {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(largestCard + 1), 0, largestCard + 1, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    throw new SinergiError('card-unreadable', { path }, { cause });
  } finally {
    await handle.close();
  }
}

const list = (value: string): readonly string[] =>
  value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

function pairs(value: string): ReadonlyMap<string, string> {
  return new Map(
    list(value).map((pair) => {
      const [item = '', person = ''] = pair.split('=');
      if (item === '' || person === '') throw new InvalidArgumentError('ITEM=PERSON');
      return [item, person];
    }),
  );
}

function codes(value: string): Handling {
  const words = value
    .toUpperCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const [code, action, sanitisation] = words[0] === 'P' || words[0] === 'C' ? words : ['C', ...words];
  const parsed = handlingSchema.safeParse(code === 'P' ? { code } : { code, action, sanitisation, note: '' });
  if (!parsed.success || words.length > 3) throw new InvalidArgumentError('P, or C with A1-A3 and S1-S2');
  return parsed.data;
}

function day(value: string): string {
  const parsed = dateSchema.safeParse(value);
  if (!parsed.success) throw new InvalidArgumentError('a day as 2026-12-31');
  return parsed.data;
}

function marking(value: string): Marking {
  const parsed = markingSchema.safeParse(value);
  if (!parsed.success) throw new InvalidArgumentError('biasa, terbatas, rahasia or sangat-rahasia');
  return parsed.data;
}

function agreement(value: string): AgreementKind {
  const parsed = agreementKindSchema.safeParse(value);
  if (!parsed.success) throw new InvalidArgumentError('action or sanitisation');
  return parsed.data;
}

function bytes(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('a number of bytes');
  return number;
}
