import { Button, Group, Stack } from '@mantine/core';
import { IconBook } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { chapterOf, handbook } from '../../../shared/help/help.ts';
import { SidePanel } from '../../components/SidePanel.tsx';
import { currentLanguage } from '../../lib/i18n.ts';
import { useStore } from '../../lib/store.ts';
import { ChapterText } from './ChapterText.tsx';
import { closeHelp, helpPanel, readChapter } from './helpPanel.ts';

/** What the page before the officer is for, beside it. */
export function HelpPanel() {
  const { t } = useTranslation('help');
  const opened = useStore(helpPanel);
  const navigate = useNavigate();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const chapter = chapterOf(path.split('/')[1] ?? '');
  if (!opened || chapter === undefined) return null;
  const language = currentLanguage();
  function read(id: string): void {
    readChapter.set(id);
    closeHelp();
    void navigate({ to: '/help' });
  }
  return (
    <SidePanel opened size={440} title={chapter.title[language]} onClose={closeHelp}>
      <Stack gap="md">
        <ChapterText chapter={chapter} />
        <Group gap="xs">
          <Button size="compact-sm" leftSection={<IconBook size={14} />} onClick={() => read(chapter.id)}>
            {t('handbook')}
          </Button>
          {chapter.related.map((id) => {
            const other = handbook.find((each) => each.id === id);
            return (
              other !== undefined && (
                <Button key={id} size="compact-sm" variant="default" onClick={() => read(id)}>
                  {other.title[language]}
                </Button>
              )
            );
          })}
        </Group>
      </Stack>
    </SidePanel>
  );
}
