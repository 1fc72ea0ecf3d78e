import type { DueMeasure } from '../../../shared/contract/today.ts';
import { isMeasureOver } from '../../../shared/domain/mitigation/risk.ts';
import type { VaultPort } from '../../vault/port.ts';
import { living } from '../records.ts';

/** Measures against open risks that are not over, due until `soon`; the longest overdue first. Both are calendar days. */
export function dueMeasures(vault: Pick<VaultPort, 'document'>, today: string, soon: string): DueMeasure[] {
  return [...living(vault, 'risks')]
    .filter(({ closed }) => closed === undefined)
    .flatMap(({ id: riskId, number, title, measures }) =>
      measures
        .filter((measure) => !isMeasureOver(measure) && measure.due <= soon)
        .map(({ what, owner, due }) => ({
          riskId,
          risk: `${number} ${title}`,
          what,
          owner,
          dueOn: due,
          overdue: due < today,
        })),
    )
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.risk.localeCompare(b.risk));
}
