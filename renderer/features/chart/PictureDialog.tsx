import { ActionIcon, Button, Group, Modal, Select, Stack, Text, Tooltip } from '@mantine/core';
import { IconCopy, IconDownload, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureFormats, pictureFormatSchema } from '../../../shared/contract/documents.ts';
import { languageSchema } from '../../../shared/domain/basics.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { useChange } from '../../lib/api.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { AskApproval } from '../officers/AskApproval.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';

interface PictureProps {
  readonly file: Case;
  readonly viewId: string | null;
  /** Writes what was done to the chart, so that the picture shows it. */
  readonly flush: () => Promise<void>;
}

export function PictureButton(props: PictureProps) {
  const { t } = useTranslation('chart');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Tooltip label={t('picture.open')}>
        <ActionIcon variant="default" size={30} aria-label={t('picture.open')} onClick={() => setOpened(true)}>
          <IconPhoto size={16} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      {opened && <PictureDialog {...props} onClose={() => setOpened(false)} />}
    </>
  );
}

/** Takes the chart out as a file or onto the clipboard: a release like any other. */
function PictureDialog({ file, viewId, flush, onClose }: PictureProps & { onClose(): void }) {
  const { t } = useTranslation('chart');
  const [language, setLanguage] = useState(currentLanguage());
  const [format, setFormat] = useState<(typeof pictureFormats)[number]>('svg');
  const save = useChange('documents.exportChart');
  const copy = useChange('documents.copyChart');
  const error = save.error ?? copy.error;
  const busy = save.isPending || copy.isPending;
  const picture = { caseId: file.id, viewId, language };

  async function start(work: () => void): Promise<void> {
    save.reset();
    copy.reset();
    await flush();
    work();
  }

  const onSave = (): void =>
    save.mutate(
      { ...picture, format },
      {
        onSuccess: ({ saved }) => {
          if (saved === null) return;
          tellDone(t('picture.saved', { path: saved.path }));
          onClose();
        },
      },
    );
  const onCopy = (): void =>
    copy.mutate(picture, {
      onSuccess: () => {
        tellDone(t('picture.copied'));
        onClose();
      },
    });

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('picture.title', { number: file.number })}
      size={520}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        <FormFailure error={error} />
        <AskApproval error={error} onAsked={onClose} />
        <Text size="sm" c="dimmed">
          {t('picture.marking', { marking: t(`domain:marking.${file.marking}`) })}
        </Text>
        <Group grow>
          <Select
            label={t('picture.format')}
            value={format}
            allowDeselect={false}
            data={pictureFormats.map((value) => ({ value, label: t(`picture.formats.${value}`) }))}
            onChange={(value) => setFormat(pictureFormatSchema.safeParse(value).data ?? format)}
          />
          <Select
            label={t('cases:export.language')}
            value={language}
            allowDeselect={false}
            data={languageSchema.options.map((value) => ({ value, label: t(`cases:export.languages.${value}`) }))}
            onChange={(value) => setLanguage(languageSchema.safeParse(value).data ?? language)}
          />
        </Group>
        <Group justify="flex-end">
          <Button
            variant="default"
            leftSection={<IconCopy size={16} />}
            disabled={busy}
            onClick={() => void start(onCopy).catch(tellError)}
          >
            {t('picture.copy')}
          </Button>
          <Button
            leftSection={<IconDownload size={16} />}
            loading={busy}
            onClick={() => void start(onSave).catch(tellError)}
          >
            {t('picture.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
