import { useTranslation } from 'react-i18next';
import { caseOutcomes } from '../../../shared/domain/case.ts';
import type { Decision } from '../../../shared/domain/casework/decision.ts';
import { showDay } from '../../lib/dates.ts';

/** What an entry of the decision log says was done, in words. */
export function useDecisionWords(): (decision: Pick<Decision, 'kind' | 'what'>) => string {
  const { t } = useTranslation('casework');
  return ({ kind, what }) => {
    if (kind === 'decision') return what;
    if (kind !== 'closing') return t(`decision.${kind}`, { day: showDay(what) });
    const outcome = caseOutcomes.find((each) => each === what);
    return t('decision.closing', { outcome: outcome === undefined ? what : t(`domain:caseOutcome.${outcome}`) });
  };
}
