import type { ReactNode } from 'react';
import type { Casework } from '../../../shared/contract/casework.ts';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';

interface WithCaseworkProps {
  readonly caseId: string;
  readonly children: (work: Casework) => ReactNode;
}

/** The case work of one case, once it is there. */
export function WithCasework({ caseId, children }: WithCaseworkProps) {
  const { data, error, refetch } = useCall('casework.get', { caseId });
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data === undefined ? <LoadingState /> : children(data);
}
