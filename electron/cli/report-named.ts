import type { Id } from '../../shared/domain/basics.ts';
import { SinergiError } from '../../shared/errors.ts';
import type { Services } from '../services/services.ts';

/** A report by its identifier or number. @throws SinergiError `not-found` */
export function reportNamed({ reports }: Pick<Services, 'reports'>, wanted: string): Id {
  const report = reports.list({ caseId: null }).find(({ id, number }) => id === wanted || number === wanted);
  if (report === undefined) throw new SinergiError('not-found', { collection: 'reports', id: wanted });
  return report.id;
}
