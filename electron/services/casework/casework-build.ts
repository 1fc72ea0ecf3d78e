import type { CaseFile } from '../../../shared/domain/case-file.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { taskFieldsSchema } from '../../../shared/domain/casework/task.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { Transaction, VaultPort } from '../../vault/port.ts';
import { signedDecision } from './decisions.ts';
import { ownersOf } from './tasks.ts';

/**
 * The case work of a case file, within the transaction that builds the case.
 *
 * @throws SinergiError `task-owner`, `invalid-input` with the place of the fault
 */
export function buildCasework(
  vault: VaultPort,
  transaction: Transaction,
  built: Case,
  file: Pick<CaseFile, 'hypotheses' | 'facts' | 'gaps' | 'tasks' | 'decisions'>,
  at: string,
): void {
  const caseId = built.id;
  const hypotheses = file.hypotheses.map(
    (statement, index) => transaction.create('hypotheses', { caseId, number: index + 1, statement }).id,
  );
  for (const [index, { key, judgements, ...fact }] of file.facts.entries()) {
    if (judgements.length > hypotheses.length) throw faultAt(`facts[${index}].judgements`);
    const judged = hypotheses.flatMap((id, column) => {
      const judgement = judgements[column] ?? null;
      return judgement === null ? [] : [[id, judgement] as const];
    });
    transaction.create('caseFacts', {
      ...fact,
      caseId,
      number: index + 1,
      isKey: key,
      judgements: Object.fromEntries(judged),
    });
  }
  const gaps = file.gaps.map((gap, index) => transaction.create('gaps', { ...gap, caseId, number: index + 1 }).id);
  const owners = ownersOf(vault, built);
  for (const [index, { owner, gap, bringForwardOn, ...task }] of file.tasks.entries()) {
    const officer =
      owner === undefined ? vault.actor.officerId : owners.find(({ id, name }) => name === owner || id === owner)?.id;
    if (officer === undefined) throw new SinergiError('task-owner', { place: `tasks[${index}].owner` });
    const gapId = gap === undefined ? undefined : gaps[gap - 1];
    if (gap !== undefined && gapId === undefined) throw faultAt(`tasks[${index}].gap`);
    const { data } = taskFieldsSchema.safeParse({
      ...task,
      owner: officer,
      bringForwardOn: bringForwardOn ?? task.dueOn,
      ...(gapId === undefined ? {} : { gapId }),
    });
    if (data === undefined) throw faultAt(`tasks[${index}]`);
    transaction.create('tasks', { ...data, caseId });
  }
  for (const [index, decision] of file.decisions.entries())
    transaction.create(
      'decisions',
      signedDecision(vault, { caseId, number: index + 1, kind: 'decision', at, ...decision }),
    );
}

const faultAt = (place: string): SinergiError => new SinergiError('invalid-input', { faults: [place] });
