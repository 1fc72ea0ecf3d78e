import type { UseQueryResult } from '@tanstack/react-query';
import type { Output } from '../../../shared/contract.ts';
import type { NetworkQuestion } from '../../../shared/contract/networks.ts';
import { useCall } from '../../lib/api.ts';
import type { Analysis } from './useAnalysis.ts';

/** The answer of the analysis thread to a question; nothing is asked while the question is null. */
export function useFinding(
  { caseId, options }: Analysis,
  question: NetworkQuestion | null,
): UseQueryResult<Output<'networks.ask'>> {
  const asked = question ?? { kind: 'figures' as const };
  return useCall('networks.ask', { caseId, options, question: asked }, { enabled: question !== null });
}
