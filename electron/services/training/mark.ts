import { isTrainingName } from '../../../shared/domain/training/attempt.ts';
import type { OfficerRole } from '../../../shared/domain/officer.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';
import type { Session } from '../session.ts';

type Seen = Pick<VaultPort, 'document'>;

/** Whether a vault is for practice only. */
export const isTraining = (vault: Seen): boolean => [...living(vault, 'trainingMarks')].length > 0;

/** Nothing real gets into a practice vault. @throws SinergiError `training-mixed` */
export function requireReal(vault: Seen): void {
  if (isTraining(vault)) throw new SinergiError('training-mixed');
}

/** Practice agencies and real ones do not know each other. @throws SinergiError `training-mixed` */
export function requireSameKind(vault: Seen, agencyName: string): void {
  if (isTraining(vault) !== isTrainingName(agencyName)) throw new SinergiError('training-mixed');
}

/** Parts a trainee plays; what two officers do on a real day, one does in an exercise. */
const trainingRoles: readonly OfficerRole[] = ['officer', 'analyst', 'supervisor'];

/**
 * Makes the open vault one for practice, for good, and whoever does it a trainee; only while it is empty.
 *
 * @throws SinergiError `training-mixed`
 */
export async function markTraining(session: Session): Promise<void> {
  const vault = session.vault('settings.change');
  const { people, cases, reports, imports } = vault.beyondNeedToKnow;
  if ([people, cases, reports, imports].some((records) => Object.keys(records).length > 0))
    throw new SinergiError('training-mixed');
  await vault.transact({ action: 'training.mark', entity: 'trainingMarks' }, (transaction) =>
    transaction.create('trainingMarks', { by: vault.actor.officerId }),
  );
  const { officerId, roles } = vault.actor;
  await session.vault('officers.manage').officers.setRoles(officerId, [...new Set([...roles, ...trainingRoles])]);
}
