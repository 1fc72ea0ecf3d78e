import { Kbd, List, Mark, Stack, Table, Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chapter } from '../../../shared/help/help.ts';
import { currentLanguage } from '../../lib/i18n.ts';

interface ChapterTextProps {
  readonly chapter: Chapter;
  /** Words that were looked for: marked where they stand. */
  readonly typed?: string;
}

/** The paragraphs, points and keys of a chapter. */
export function ChapterText({ chapter, typed = '' }: ChapterTextProps) {
  const { t } = useTranslation('help');
  const language = currentLanguage();
  return (
    <Stack gap="sm">
      {blocksOf(chapter.body[language]).map((block) =>
        block.points ? (
          <List key={block.lines[0]} size="sm" spacing={6}>
            {block.lines.map((line) => (
              <List.Item key={line}>
                <Marked text={line} typed={typed} />
              </List.Item>
            ))}
          </List>
        ) : (
          <Text key={block.lines[0]} size="sm">
            <Marked text={block.lines[0] ?? ''} typed={typed} />
          </Text>
        ),
      )}
      {chapter.keys.length > 0 && (
        <Table aria-label={t('keys')} withRowBorders={false} verticalSpacing={3}>
          <Table.Tbody>
            {chapter.keys.map(({ keys, does }) => (
              <Table.Tr key={keys}>
                <Table.Td w={110}>
                  <Kbd>{keys}</Kbd>
                </Table.Td>
                <Table.Td>{does[language]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

interface Block {
  readonly points: boolean;
  readonly lines: string[];
}

/** Points that follow each other are one list. */
function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const isPoint = line.startsWith('- ');
    const last = blocks.at(-1);
    if (isPoint && last?.points === true) last.lines.push(line.slice(2));
    else blocks.push({ points: isPoint, lines: [isPoint ? line.slice(2) : line] });
  }
  return blocks;
}

/** The text with every word that was looked for marked. */
export function Marked({ text, typed }: { readonly text: string; readonly typed: string }) {
  const words = typed
    .trim()
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return text;
  const low = text.toLocaleLowerCase();
  const parts: ReactNode[] = [];
  let from = 0;
  for (;;) {
    const next = words
      .map((word) => ({ word, at: low.indexOf(word, from) }))
      .filter(({ at }) => at !== -1)
      .sort((a, b) => a.at - b.at || b.word.length - a.word.length)[0];
    if (next === undefined) break;
    parts.push(text.slice(from, next.at), <Mark key={next.at}>{text.slice(next.at, next.at + next.word.length)}</Mark>);
    from = next.at + next.word.length;
  }
  return (
    <Fragment>
      {parts}
      {text.slice(from)}
    </Fragment>
  );
}
