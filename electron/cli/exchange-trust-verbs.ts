import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Marking } from '../../shared/domain/basics.ts';
import type { AgencyRow } from '../../shared/domain/exchange/agency.ts';
import { SinergiError } from '../../shared/errors.ts';
import { saveFile } from '../services/documents/save-file.ts';
import { largestCard } from '../services/exchange/cards.ts';
import { type MakeVerb, marking, type Options } from './exchange-options.ts';
import { withVault } from './opened.ts';
import { printAnswer, printList } from './output.ts';

export function identityVerbs(verb: MakeVerb): void {
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
