import { useTranslation } from 'react-i18next';
import type { Case, Member } from '../../../shared/domain/case.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useChange } from '../../lib/api.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';

interface RemoveMemberProps {
  readonly file: Case;
  /** Who is about to be taken out; null while nobody is. */
  readonly member: Member | null;
  readonly name: string;
  readonly links: number;
  onClose(): void;
}

export function RemoveMember({ file, member, name, links, onClose }: RemoveMemberProps) {
  const { t } = useTranslation('cases');
  const remove = useChange('cases.removeMembers');

  function confirm(): void {
    if (member === null) return;
    remove.mutate(
      { id: file.id, version: file.version, personIds: [member.personId] },
      {
        onSuccess: ({ undoId }) => offerUndo(undoId, t('members.removed', { name })),
        onError: tellError,
        onSettled: onClose,
      },
    );
  }

  return (
    <ConfirmDialog
      opened={member !== null}
      title={t('members.removeTitle', { name })}
      consequence={links === 0 ? t('members.removeAlone') : t('members.removeWithLinks', { count: links })}
      confirm={t('members.removeConfirm')}
      busy={remove.isPending}
      onConfirm={confirm}
      onCancel={onClose}
    />
  );
}
