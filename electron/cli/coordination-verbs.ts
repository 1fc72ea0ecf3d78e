import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Language } from '../../shared/domain/basics.ts';
import { copyNumber, language, recipient } from './copy-options.ts';
import type { VaultOptions } from './opened.ts';
import type { OutputOptions } from './output.ts';

export type CoordinationOptions = VaultOptions & OutputOptions;
export type FileOptions = CoordinationOptions & { readonly file: string };

export interface PrintOptions extends CoordinationOptions {
  readonly out: string;
  readonly lang: Language;
  readonly recipient: string;
  readonly copy: number;
}

/** A verb on an open vault. */
export const verbOf = (group: Command, name: string, description: string): Command =>
  group
    .command(name)
    .description(description)
    .requiredOption('--vault <folder>')
    .option('--as <name>')
    .option('--json');

/** A verb that writes a PDF for somebody. */
export const printVerbOf = (group: Command, name: string, description: string): Command =>
  verbOf(group, name, description)
    .requiredOption('--out <file>', 'the PDF to write')
    .option('--lang <language>', 'id or en', language, 'id')
    .option('--recipient <name>', 'who receives this copy', recipient, '')
    .option('--copy <number>', 'copy number', copyNumber, 1);

/** What such a verb was given, as the documents take it. */
export const copyOf = ({ out, lang, recipient: to, copy }: PrintOptions) => ({
  path: resolve(out),
  language: lang,
  recipient: to,
  copyNumber: copy,
});
