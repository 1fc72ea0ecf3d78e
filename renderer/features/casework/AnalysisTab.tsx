import { Stack } from '@mantine/core';
import type { Case } from '../../../shared/domain/case.ts';
import { useMayInCase } from '../../lib/officer.ts';
import { FactMatrix } from './FactMatrix.tsx';
import { GapList } from './GapList.tsx';
import { HypothesisRanking } from './HypothesisRanking.tsx';
import { WithCasework } from './WithCasework.tsx';

/** What could explain the case, what is known, how each stands to the other, and what nobody knows yet. */
export function AnalysisTab({ file }: { readonly file: Case }) {
  const writes = useMayInCase('cases.write', file);
  return (
    <WithCasework caseId={file.id}>
      {(work) => (
        <Stack gap="xl">
          <HypothesisRanking caseId={file.id} work={work} writes={writes} />
          <FactMatrix caseId={file.id} work={work} writes={writes} />
          <GapList file={file} work={work} writes={writes} />
        </Stack>
      )}
    </WithCasework>
  );
}
