import { resolve } from 'node:path';
import type { OfficerRole } from '../../../shared/domain/officer.ts';
import type { SalvageReport } from '../../../shared/domain/salvage.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { AnchorKeeper } from '../anchor/anchor-keeper.ts';
import { rolesOf } from '../officers/members.ts';
import type { OpenOptions } from '../open-vault.ts';
import type { Watch } from '../port.ts';
import { examined } from '../verifying/verify-vault.ts';
import { lookingHalf, salvageInto } from './salvage.ts';

export interface SalvageOptions extends OpenOptions, Watch {
  /** The new vault; nothing may be there. */
  readonly out: string;
  readonly maySalvage?: (roles: readonly OfficerRole[]) => boolean;
}

/**
 * Salvages a vault that nobody has open, also one that opening refuses, as long as a header still opens.
 *
 * @throws SinergiError `vault-damaged` when none does, `not-allowed`, and as `salvageInto` and `verifyVault`
 */
export async function salvageVault(options: SalvageOptions): Promise<SalvageReport> {
  const { out, now = Date.now, anchors, maySalvage } = options;
  return await examined({ ...options, ...lookingHalf(options) }, async (examination, opened, source) => {
    if (opened === undefined || source === undefined) throw new SinergiError('vault-damaged', { file: 'header.json' });
    const { officer } = opened.unlocked;
    if (maySalvage?.(rolesOf(officer)) === false) throw new SinergiError('not-allowed', { verb: 'vault.salvage' });
    const anchor = anchors && new AnchorKeeper(anchors, now, []);
    const order = { out: resolve(out), actor: officer.id, limits: new Map(), now, anchor };
    return await salvageInto(source, examination, order, options);
  });
}
