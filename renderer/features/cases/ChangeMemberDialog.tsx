import { useTranslation } from 'react-i18next';
import type { Case, Member } from '../../../shared/domain/case.ts';
import { useChange } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';
import { FormDialog } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { MemberForm } from './MemberForm.tsx';

interface ChangeMemberDialogProps {
  readonly file: Case;
  readonly member: Member;
  readonly name: string;
  onClose(): void;
}

export function ChangeMemberDialog({ file, member, name, onClose }: ChangeMemberDialogProps) {
  const { t } = useTranslation('cases');
  const change = useChange('cases.changeMember');
  return (
    <FormDialog opened title={t('members.changeNamed', { name })} onClose={onClose}>
      <MemberForm
        initial={{ part: member.part, note: member.note, allegation: member.allegation }}
        save={t('common:save')}
        busy={change.isPending}
        failure={<FormFailure error={change.error} />}
        onSave={(fields) =>
          change.mutate(
            { id: file.id, version: file.version, personId: member.personId, ...fields },
            {
              onSuccess: () => {
                tellDone(t('common:saved'));
                onClose();
              },
            },
          )
        }
      />
    </FormDialog>
  );
}
