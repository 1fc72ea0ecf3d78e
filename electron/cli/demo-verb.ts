import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Language } from '../../shared/domain/basics.ts';
import { buildCase } from '../services/cases/case-build.ts';
import { demoCase } from '../services/demo/demo-case.ts';
import { demoRegisters } from '../services/demo/registers.ts';
import type { Services } from '../services/services.ts';
import { withServices } from './opened.ts';
import { type OutputOptions, printAnswer } from './output.ts';

/** Known to everybody on purpose: the vault holds invented people only. */
const passphrase = 'contoh lapas sintetis 2026';
const languages: readonly Language[] = ['id', 'en'];

export function demoVerb(program: Command): void {
  program
    .command('demo')
    .description('Do the main job on synthetic people: a vault, two registers, a case, its PDF in both languages.')
    .requiredOption('--out <folder>', 'a new or empty folder')
    .option('--json')
    .action(async ({ out, ...output }: { out: string } & OutputOptions) => {
      const folder = resolve(out);
      const registers = demoRegisters();
      await mkdir(join(folder, 'registers'), { recursive: true });
      const inmates = join(folder, 'registers', 'register_wbp.csv');
      const visits = join(folder, 'registers', 'buku_kunjungan.csv');
      await writeFile(inmates, registers.inmates);
      await writeFile(visits, registers.visits);
      const vault = join(folder, 'Peragaan.cvault');

      const make = async ({ vaults, importing, session, documents }: Services) => {
        await vaults.create({ folder: vault, officerName: 'Petugas Contoh', passphrase });
        const inmateRows = await importing.run(inmates, 'inmates', null);
        const visitRows = await importing.run(visits, 'visits', null);
        const { caseId } = await buildCase(session, demoCase(registers), () => new Date());
        const pdf: string[] = [];
        for (const language of languages) {
          const path = join(folder, `berkas-${language}.pdf`);
          await documents.exportCase({ caseId, language, recipient: 'Peragaan', copyNumber: 1, path });
          pdf.push(path);
        }
        return { vault, passphrase, caseId, pdf, inmates: inmateRows.created, visits: visitRows.created };
      };
      await printAnswer(await withServices(make, { remember: false }), output);
    });
}
