import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/contract/cases.ts';
import type { ChartState } from '../../../shared/domain/chart.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useChange } from '../../lib/api.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import { TextDialog } from './TextDialog.tsx';
import type { ChartActs } from './useChartActs.ts';

interface ChartTasksProps {
  readonly view: CaseView;
  readonly state: ChartState;
  readonly acts: ChartActs;
  onRemoved(): void;
}

const longest = { name: 80, note: 1000 } as const;

/** The dialog of whatever is being asked. */
export function ChartTasks({ view, state, acts, onRemoved }: ChartTasksProps) {
  const { t } = useTranslation('chart');
  const { task } = acts;
  if (task?.kind === 'group')
    return (
      <TextDialog
        title={t(task.id === null ? 'group.make' : 'group.rename')}
        label={t('group.name')}
        initial={state.groups.find(({ id }) => id === task.id)?.name ?? ''}
        longest={longest.name}
        onSave={(text) => acts.nameGroup(text)}
        onClose={() => acts.endTask()}
      />
    );
  if (task?.kind === 'note')
    return (
      <TextDialog
        title={t(task.id === null ? 'note.new' : 'note.change')}
        label={t('note.text')}
        initial={state.notes.find(({ id }) => id === task.id)?.text ?? ''}
        longest={longest.note}
        lines
        onSave={(text) => acts.writeNote(text)}
        onClose={() => acts.endTask()}
      />
    );
  if (task?.kind === 'remove')
    return <RemovePeople view={view} people={task.people} onRemoved={onRemoved} onClose={() => acts.endTask()} />;
  return null;
}

interface RemovePeopleProps {
  readonly view: CaseView;
  readonly people: readonly string[];
  onRemoved(): void;
  onClose(): void;
}

function RemovePeople({ view, people, onRemoved, onClose }: RemovePeopleProps) {
  const { t } = useTranslation('chart');
  const remove = useChange('cases.removeMembers');
  const gone = new Set(people);
  const links = view.links.filter(({ from, to }) => gone.has(from) || gone.has(to)).length;
  const { id, version } = view.file;
  return (
    <ConfirmDialog
      opened
      title={t('removeTitle', { count: people.length })}
      consequence={t('removeConsequence', { links })}
      confirm={t('removeFromCase')}
      busy={remove.isPending}
      onConfirm={() =>
        remove.mutate(
          { id, version, personIds: [...people] },
          {
            onSuccess: ({ undoId }) => {
              offerUndo(undoId, t('removed', { count: people.length }));
              onRemoved();
            },
            onError: tellError,
            onSettled: onClose,
          },
        )
      }
      onCancel={onClose}
    />
  );
}
