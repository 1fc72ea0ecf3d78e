import { Button, Grid, Group, NavLink, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findChapters, handbook } from '../../../shared/help/help.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { useStore } from '../../lib/store.ts';
import { ChapterText, Marked } from './ChapterText.tsx';
import { readChapter } from './helpPanel.ts';

/** Chapters on the left, the one that is read on the right. */
export function HandbookTab() {
  const { t } = useTranslation('help');
  const [typed, setTyped] = useState('');
  const chosen = useStore(readChapter);
  const language = currentLanguage();
  const found = findChapters(language, typed);
  const chapter = found.find(({ id }) => id === chosen) ?? found[0];
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, sm: 4 }}>
        <TextInput
          label={t('search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Stack gap={0} mt="sm" component="nav" aria-label={t('chapters')}>
          {found.map(({ id, title }) => (
            <NavLink
              key={id}
              component="button"
              label={<Marked text={title[language]} typed={typed} />}
              active={id === chapter?.id}
              aria-current={id === chapter?.id ? 'page' : undefined}
              onClick={() => readChapter.set(id)}
            />
          ))}
        </Stack>
        {found.length === 0 && (
          <Text size="sm" role="status">
            {t('nothing', { typed })}
          </Text>
        )}
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 8 }}>
        {chapter !== undefined && (
          <article aria-label={chapter.title[language]}>
            <Stack gap="md" maw={720}>
              <Title order={2}>{chapter.title[language]}</Title>
              <ChapterText chapter={chapter} typed={typed} />
              <Group gap="xs">
                {chapter.related.map((id) => {
                  const other = handbook.find((each) => each.id === id);
                  return (
                    other !== undefined && (
                      <Button
                        key={id}
                        size="compact-sm"
                        variant="default"
                        onClick={() => {
                          setTyped('');
                          readChapter.set(id);
                        }}
                      >
                        {other.title[language]}
                      </Button>
                    )
                  );
                })}
              </Group>
            </Stack>
          </article>
        )}
      </Grid.Col>
    </Grid>
  );
}
