import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../shared/domain/basics.ts';
import { custodyKinds, type CustodyFields, exhibitFieldsSchema } from '../../shared/domain/exhibit.ts';
import { SinergiError } from '../../shared/errors.ts';
import { handOver } from '../services/evidence/hand-over.ts';
import type { Services } from '../services/services.ts';
import { language } from './copy-options.ts';
import { readJsonFile } from './json-file.ts';
import { type VaultOptions, withVault } from './opened.ts';
import { exitCodes, type OutputOptions, printAnswer, printList } from './output.ts';

type Options = VaultOptions & OutputOptions;
type OfCase = Options & { readonly case: string };
type One = Options & { readonly exhibit: string };

interface CustodyOptions extends One {
  readonly kind: CustodyFields['kind'];
  readonly at: string;
  readonly from?: string;
  readonly to: string;
  readonly place: string;
  readonly reason: string;
}
interface HandOverOptions extends OfCase {
  readonly exhibits?: readonly string[];
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly reason: string;
  readonly witness: string;
  readonly lang: Language;
  readonly out: string;
}

/** What the officer writes; the case is named by the verb. */
const exhibitFileSchema = exhibitFieldsSchema.omit({ caseId: true }).partial({ packaging: true, note: true });

export function evidenceVerbs(program: Command): void {
  const group = program
    .command('evidence')
    .description('Exhibits of cases and their chain of custody (docs/evidence.md).');
  const verb = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .requiredOption('--vault <folder>')
      .option('--as <name>')
      .option('--json');
  const ofCase = (name: string, description: string): Command =>
    verb(name, description).requiredOption('--case <id>', 'identifier or number');
  const one = (name: string, description: string): Command =>
    verb(name, description).requiredOption('--exhibit <id>', 'identifier or number');

  ofCase('add', 'Enter an exhibit from a JSON file; - for the standard input.')
    .requiredOption('--file <file>')
    .action(async (options: OfCase & { file: string }) => {
      const made = await withVault(options, async (services) => {
        const { id: caseId } = caseOf(services, options.case);
        services.session.vault('cases.write');
        const { packaging = '', note = '', ...file } = await readJsonFile(options.file, exhibitFileSchema);
        return services.evidence.add({ ...file, packaging, note, caseId });
      });
      const { id: exhibitId, number, heldBy } = made;
      await printAnswer({ exhibitId, number, heldBy }, options);
    });

  ofCase('list', 'Exhibits of a case.')
    .option('--jsonl', 'a line each')
    .action(async (options: OfCase) => {
      await withVault(options, (services) => {
        const rows = services.evidence.list(caseOf(services, options.case).id);
        return printList(
          rows.map(({ exhibit, files, steps }) => ({ ...exhibit, files, steps })),
          options,
        );
      });
    });

  one('show', 'One exhibit with its files and its chain of custody.').action(async (options: One) => {
    const shown = await withVault(options, async ({ evidence, attachments, ...services }) => {
      const { id } = exhibitOf({ ...services, evidence, attachments }, options.exhibit);
      return { ...evidence.get(id), files: attachments.list({ collection: 'exhibits', id }) };
    });
    await printAnswer(shown, options);
  });

  one('attach', 'Take a photo or document into an exhibit, as it is.')
    .requiredOption('--file <file>')
    .action(async (options: One & { file: string }) => {
      const added = await withVault(options, (services) => {
        const { id } = exhibitOf(services, options.exhibit);
        return services.attachments.attach({ collection: 'exhibits', id }, resolve(options.file));
      });
      await printAnswer(added, options);
    });

  one('custody', 'Write down who has it now; signed, and never changed.')
    .addOption(new Option('--kind <kind>').choices(custodyKinds).makeOptionMandatory())
    .option('--at <moment>', 'when it happened, with its zone; now when left out', moment, new Date().toISOString())
    .option('--from <name>', 'who had it; the last holder when left out')
    .requiredOption('--to <name>')
    .requiredOption('--place <text>')
    .requiredOption('--reason <text>')
    .action(async (options: CustodyOptions) => {
      const { kind, at, to, place, reason } = options;
      const view = await withVault(options, async (services) => {
        const { id, version, heldBy } = exhibitOf(services, options.exhibit);
        const from = options.from ?? heldBy;
        await services.evidence.custody(id, version, { kind, at, from, to, place, reason });
        return services.evidence.get(id);
      });
      await printAnswer(
        { number: view.exhibit.number, heldBy: view.exhibit.heldBy, steps: view.custody.length },
        options,
      );
    });

  one(
    'verify',
    'Read every file of it through and check every step of custody; exit code 1 when anything is wrong.',
  ).action(async (options: One) => {
    const found = await withVault(options, (services) =>
      services.evidence.verify(exhibitOf(services, options.exhibit).id),
    );
    await printAnswer(found, options);
    if (!found.sound) process.exitCode = exitCodes.failed;
  });

  ofCase('hand-over', 'Write the record of a hand-over as PDF, and write it down in every chain of custody.')
    .option('--exhibits <id...>', 'identifiers or numbers; all of the case when left out')
    .option('--at <moment>', 'when it happens, with its zone; now when left out', moment, new Date().toISOString())
    .requiredOption('--from <name>', 'who hands over')
    .requiredOption('--to <name>', 'who receives')
    .requiredOption('--place <text>')
    .requiredOption('--reason <text>')
    .option('--witness <name>', '', '')
    .option('--lang <language>', 'id or en', language, 'id')
    .requiredOption('--out <file>', 'the PDF to write')
    .action(async (options: HandOverOptions) => {
      const { at, from, to, place, reason, witness, lang, out } = options;
      const exported = await withVault(options, (services) => {
        const { id: caseId } = caseOf(services, options.case);
        services.session.vault('cases.write');
        const wanted = options.exhibits ?? services.evidence.list(caseId).map(({ exhibit }) => exhibit.id);
        const exhibitIds = wanted.map((named) => exhibitOf(services, named).id);
        const fields = { caseId, exhibitIds, at, from, to, place, reason, witness, language: lang };
        return handOver(services, fields, resolve(out));
      });
      const { pages, bytes, sha256, dataSha256 } = exported;
      await printAnswer({ pages, bytes, sha256, dataSha256 }, options);
    });
}

function moment(written: string): string {
  const at = new Date(written);
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('A moment such as 2026-11-03T09:30+07:00.');
  return at.toISOString();
}

function caseOf({ cases }: Services, wanted: string) {
  const file = cases.list().find(({ id, number }) => id === wanted || number === wanted);
  if (file === undefined) throw new SinergiError('not-found', { collection: 'cases', id: wanted });
  return file;
}

function exhibitOf({ cases, evidence }: Services, wanted: string) {
  for (const { id: caseId } of cases.list())
    for (const { exhibit } of evidence.list(caseId))
      if (exhibit.id === wanted || exhibit.number === wanted) return exhibit;
  throw new SinergiError('not-found', { collection: 'exhibits', id: wanted });
}
