import { basename } from 'node:path';
import type { Loss } from '../../../shared/domain/salvage.ts';
import type { Problem } from '../../../shared/domain/vault-health.ts';
import { folders } from '../format/constants.ts';
import type { HeaderBody } from '../format/header.ts';
import type { SegmentReference } from '../format/journal.ts';
import type { Gathered } from './gather.ts';

/** Problems of a folder that lose nothing in themselves. */
const harmless: readonly Problem['code'][] = ['stray', 'audit-behind', 'rolled-back'];

/** What each problem meant for what was brought over. @param auditLost whether entries of the audit trail are missing */
export function lossesOf(
  problems: readonly Problem[],
  body: HeaderBody,
  { base, lostSegments, lostBlobs }: Pick<Gathered, 'base' | 'lostSegments' | 'lostBlobs'>,
  auditLost: boolean,
): readonly Loss[] {
  const told = new Set<string>();
  return problems
    .filter(({ code }) => !harmless.includes(code))
    .map((problem): Loss => {
      const id = basename(problem.file).replace(/\.[a-z]+$/, '');
      const frames = problem.code === 'forged' ? 1 : problem.code === 'missing' ? null : 0;
      const nothing: Loss = { ...problem, meaning: 'nothing', months: [], rows: 0, frames };
      if (problem.file.startsWith(`${folders.audit}/`)) return auditLost ? { ...nothing, meaning: 'audit' } : nothing;
      if (problem.file.endsWith('.blob')) return lostBlobs.includes(id) ? { ...nothing, meaning: 'files' } : nothing;
      if (problem.file.endsWith('.snap'))
        return id === body.files.snapshot && base === 'none' ? { ...nothing, meaning: 'records' } : nothing;
      if (problem.file.endsWith('.jrnl')) {
        const counts = base !== 'newest' || body.files.journals.some(({ file }) => file === id);
        return counts ? { ...nothing, meaning: 'changes' } : nothing;
      }
      const segment = lostSegments.find(({ file }) => file === id);
      if (segment === undefined) return nothing;
      const { rows, ...lost } = rowsOf(segment);
      const first = !told.has(id);
      told.add(id);
      return { ...nothing, ...lost, rows: first ? rows : 0 };
    });
}

const rowsOf = ({ month, rows, kind }: SegmentReference): Pick<Loss, 'meaning' | 'months' | 'rows'> => ({
  meaning: kind === undefined ? 'visits' : 'events',
  months: [month],
  rows,
});
