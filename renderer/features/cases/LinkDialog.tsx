import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/contract/cases.ts';
import { type Link, type LinkFields, linkFieldsSchema } from '../../../shared/domain/link.ts';
import { call, useChange } from '../../lib/api.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { FormDialog } from '../people/forms/FormDialog.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { type VisitPair, visitsLink } from './evidence.ts';
import { blankLink } from './linkForm.ts';
import { LinkForm } from './LinkForm.tsx';
import { useRegisterSource } from './useRegisterSource.ts';

/** What the officer wants done with a link: a new one, bare or between two people or from the register; or a change. */
export type LinkTask =
  | { readonly kind: 'new'; readonly from?: string; readonly to?: string | undefined; readonly pair?: VisitPair }
  | { readonly kind: 'change'; readonly link: Link };

interface LinkDialogProps {
  readonly view: CaseView;
  readonly task: LinkTask;
  onClose(): void;
}

/** Mounted while open. */
export function LinkDialog({ view, task, onClose }: LinkDialogProps) {
  const { t } = useTranslation('cases');
  return (
    <FormDialog
      opened
      size={760}
      title={task.kind === 'new' ? t('links.newTitle') : t('links.changeTitle')}
      onClose={onClose}
    >
      {task.kind === 'new' ? (
        <NewLink view={view} task={task} onClose={onClose} />
      ) : (
        <ChangeLink view={view} link={task.link} onClose={onClose} />
      )}
    </FormDialog>
  );
}

function NewLink({ view, task, onClose }: LinkDialogProps & { readonly task: Extract<LinkTask, { kind: 'new' }> }) {
  const { t } = useTranslation('cases');
  const create = useChange('links.create');
  const registerSource = useRegisterSource();
  const [initial] = useState<LinkFields>(() => ({
    ...blankLink,
    ...(task.pair === undefined
      ? { from: task.from ?? '', to: task.to ?? '' }
      : visitsLink(task.pair, registerSource(task.pair))),
  }));
  return (
    <LinkForm
      view={view}
      initial={initial}
      save={t('links.save')}
      busy={create.isPending}
      failure={<FormFailure error={create.error} />}
      onSave={(fields) =>
        create.mutate(
          { caseId: view.file.id, fields },
          {
            onSuccess: () => {
              tellDone(t('links.saved'));
              onClose();
            },
          },
        )
      }
    />
  );
}

const fieldsOf = (link: Link): LinkFields => {
  const { from, to, kind, directed, since, until, status, grade, sources, note } = link;
  return linkFieldsSchema.parse({ from, to, kind, directed, since, until, status, grade, sources, note });
};

function ChangeLink({ view, link, onClose }: { readonly view: CaseView; readonly link: Link; onClose(): void }) {
  const { t } = useTranslation('cases');
  const [base, setBase] = useState(link);
  const change = useChange('links.change');

  async function reload(): Promise<void> {
    try {
      const newest = (await call('cases.get', { id: view.file.id })).links.find(({ id }) => id === base.id);
      if (newest !== undefined) setBase(newest);
      change.reset();
    } catch (error) {
      tellError(error);
    }
  }

  return (
    <LinkForm
      view={view}
      initial={fieldsOf(base)}
      save={t('common:save')}
      busy={change.isPending}
      failure={<FormFailure error={change.error} onReload={() => void reload()} />}
      onSave={(fields) =>
        change.mutate(
          { id: base.id, version: base.version, fields },
          {
            onSuccess: () => {
              tellDone(t('common:saved'));
              onClose();
            },
          },
        )
      }
    />
  );
}
