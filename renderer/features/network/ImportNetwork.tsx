import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Grade, gradeSchema } from '../../../shared/domain/grade.ts';
import { knownLinkKinds } from '../../../shared/domain/link.ts';
import { useChange } from '../../lib/api.ts';
import { offerUndo } from '../../lib/tell.tsx';
import { GradeField } from '../cases/GradeField.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import { useLinkKind } from '../people/useLinkKind.ts';

/** Brings a network from another tool into the case. */
export function ImportNetwork({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('network');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
        {t('import.open')}
      </Button>
      {opened && <ImportDialog caseId={caseId} onClose={() => setOpened(false)} />}
    </>
  );
}

const noGrade: Grade = { scheme: 'admiralty', source: '', information: '' };

function ImportDialog({ caseId, onClose }: { readonly caseId: string; onClose(): void }) {
  const { t } = useTranslation('network');
  const kindName = useLinkKind();
  const [kind, setKind] = useState<string>('knows');
  const [source, setSource] = useState('');
  const [grade, setGrade] = useState(noGrade);
  const { mutate, error, isPending } = useChange('networks.import');
  const complete = source.trim() !== '' && gradeSchema.safeParse(grade).success;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('import.title')}
      size={620}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!complete) return;
          mutate(
            { caseId, kind, source, grade },
            {
              onSuccess: ({ done }) => {
                if (done === null) return;
                offerUndo(done.undoId, t('import.done', { ...done }));
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap="sm">
          <FormFailure error={error} />
          <Text size="sm" c="dimmed">
            {t('import.text')}
          </Text>
          <TextInput
            data-autofocus
            withAsterisk
            label={t('import.source')}
            maxLength={500}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <Select
            label={t('import.kind')}
            allowDeselect={false}
            value={kind}
            data={knownLinkKinds.map((value) => ({ value, label: kindName(value) }))}
            onChange={(value) => setKind(value ?? kind)}
          />
          <GradeField value={grade} onChange={setGrade} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!complete} loading={isPending}>
              {t('import.choose')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
