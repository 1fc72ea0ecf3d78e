import type { Id } from '../../shared/domain/basics.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { Services } from '../services/services.ts';

/** A case by its identifier or number. @throws SinergiError `not-found` */
export function caseNamed({ cases }: Pick<Services, 'cases'>, wanted: string): Id {
  const file = cases.list().find(({ id, number }) => id === wanted || number === wanted);
  if (file === undefined) throw new SinergiError('not-found', { collection: 'cases', id: wanted });
  return file.id;
}
