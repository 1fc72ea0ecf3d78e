import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconFileSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Installation, UpdateFacts } from '../../../shared/domain/update.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { FormError } from '../../components/FormError.tsx';
import { Section } from '../../components/Section.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall, useChange } from '../../lib/api.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { showBytes, showNumber } from '../../lib/numbers.ts';
import { tellDone, tellError } from '../../lib/tell.tsx';
import { WorkProgress } from '../backup/WorkProgress.tsx';
import classes from './SettingsPage.module.css';

/** Which version runs, a new one carried here on a medium, and the way back. */
export function UpdatesSection() {
  const { t } = useTranslation('settings');
  const state = useCall('updates.state', {});
  if (state.error !== null) return <ErrorState error={state.error} onRetry={() => void state.refetch()} />;
  return (
    <Section title={t('updates.title')} note={t('updates.note')}>
      {state.data === undefined ? (
        <LoadingState />
      ) : (
        <Versions state={state.data} onChanged={() => void state.refetch()} />
      )}
    </Section>
  );
}

interface VersionsProps {
  readonly state: Installation;
  onChanged(): void;
}

function Versions({ state: { running, kept, checksUpdates }, onChanged }: VersionsProps) {
  const { t } = useTranslation('settings');
  const inspect = useChange('updates.inspect');
  const back = useChange('updates.back');
  const [found, setFound] = useState<UpdateFacts | null>(null);
  const [asking, setAsking] = useState(false);
  const before = kept?.before ?? null;
  const why = kept === null ? t('updates.noPlace') : checksUpdates ? null : t('updates.noKey');
  return (
    <Stack gap="sm">
      <dl className={classes.facts}>
        <dt>{t('updates.running')}</dt>
        <dd>{running}</dd>
        {kept !== null && kept.current !== running && (
          <>
            <dt>{t('updates.next')}</dt>
            <dd>{kept.current}</dd>
          </>
        )}
        {before !== null && (
          <>
            <dt>{t('updates.before')}</dt>
            <dd>{before}</dd>
          </>
        )}
      </dl>
      {why !== null && (
        <Text size="sm" c="dimmed">
          {why}
        </Text>
      )}
      <FormError error={inspect.error} />
      {found !== null && (
        <Found
          update={found}
          onStaged={() => {
            setFound(null);
            onChanged();
          }}
        />
      )}
      <Group gap="xs">
        {why === null && (
          <Button
            variant="default"
            leftSection={<IconFileSearch size={16} aria-hidden />}
            loading={inspect.isPending}
            onClick={() => {
              setFound(null);
              inspect.mutate({}, { onSuccess: ({ update }) => setFound(update) });
            }}
          >
            {t('updates.choose')}
          </Button>
        )}
        {before !== null && (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t('updates.back')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        opened={asking}
        title={t('updates.backTitle', { version: before ?? '' })}
        consequence={t('updates.backText')}
        confirm={t('updates.back')}
        busy={back.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          back.mutate(
            {},
            {
              onSuccess: ({ version }) => {
                tellDone(t('updates.backDone', { version }));
                onChanged();
              },
              onError: tellError,
              onSettled: () => setAsking(false),
            },
          )
        }
      />
    </Stack>
  );
}

function Found({ update, onStaged }: { readonly update: UpdateFacts; onStaged(): void }) {
  const { t } = useTranslation('settings');
  const stage = useChange('updates.stage');
  const { version, files, bytes } = update;
  const notes = update.notes[currentLanguage()];
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('updates.facts', { version })}>
      <Stack gap="xs">
        <Text fw={600}>{t('updates.facts', { version })}</Text>
        <Text size="sm">
          {t('updates.good')} {t('updates.content', { files: showNumber(files), size: showBytes(bytes) })}
        </Text>
        {notes !== '' && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {notes}
          </Text>
        )}
        {stage.isPending && <WorkProgress task="update" />}
        <FormError error={stage.error} />
        <Group>
          <Button
            loading={stage.isPending}
            onClick={() =>
              stage.mutate(
                { version },
                {
                  onSuccess: () => {
                    tellDone(t('updates.staged', { version }));
                    onStaged();
                  },
                },
              )
            }
          >
            {t('updates.stage', { version })}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
