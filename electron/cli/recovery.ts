import { InvalidArgumentError } from 'commander';
import { type RecoverySplit, recoverySplitSchema } from '../../shared/domain/recovery.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { Services } from '../services/services.ts';
import { messageOf } from './output.ts';
import { ask, askSecret } from './passphrase.ts';

/** `2/3`: any two of three shares. */
export function splitOf(value: string): RecoverySplit {
  const [needed, made] = value.split('/').map(Number);
  const parsed = recoverySplitSchema.safeParse({ needed, made });
  if (!parsed.success) throw new InvalidArgumentError('how many are needed of how many, as 2/3; from 2 to 16');
  return parsed.data;
}

/** The key under its name, or its shares under theirs. */
export const recoveryAnswer = (recovery: readonly string[]): object =>
  recovery.length === 1 ? { recoveryKey: recovery[0] } : { recoveryShares: recovery };

/** The key, or shares parted by commas or lines, from SINERGI_RECOVERY_KEY; on a terminal asked for one by one. */
export async function askRecovery(vaults: Services['vaults'], folder: string): Promise<string[]> {
  const { needed, made } = await vaults.readRecovery({ folder, pieces: [] });
  if (needed === 1) return [await askSecret('SINERGI_RECOVERY_KEY', 'Recovery key: ')];
  const question = (number: number): string => `Share ${number} of the ${needed} needed, of ${made}: `;
  const given = await askSecret('SINERGI_RECOVERY_KEY', question(1));
  const pieces = given.split(/[,;\n]/).filter((piece) => piece.trim() !== '');
  while (process.stdin.isTTY && pieces.length < needed) {
    const { pieces: read } = await vaults.readRecovery({ folder, pieces });
    const fault = read.at(-1)?.fault ?? null;
    if (fault !== null) {
      process.stderr.write(`${await messageOf(new SinergiError(fault))}\n`);
      pieces.pop();
    }
    pieces.push((await ask(question(pieces.length + 1))) ?? '');
  }
  return pieces;
}
