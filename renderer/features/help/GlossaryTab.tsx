import { Stack, Table, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findTerms } from '../../../shared/help/help.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { Marked } from './ChapterText.tsx';

/** The words of the field, with their pair in the other language. */
export function GlossaryTab() {
  const { t } = useTranslation('help');
  const [typed, setTyped] = useState('');
  const language = currentLanguage();
  const other = language === 'id' ? 'en' : 'id';
  const terms = findTerms(language, typed);
  return (
    <Stack gap="sm" maw={900}>
      <TextInput
        label={t('searchTerms')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed" role="status">
        {terms.length === 0 ? t('nothing', { typed }) : t('terms', { count: terms.length })}
      </Text>
      <Table aria-label={t('glossary')} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={200}>{t('term')}</Table.Th>
            <Table.Th w={200}>{t(`language.${other}`)}</Table.Th>
            <Table.Th>{t('meaning')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {terms.map(({ term, text, avoid }) => (
            <Table.Tr key={term.en}>
              <Table.Th scope="row">
                <Marked text={term[language]} typed={typed} />
              </Table.Th>
              <Table.Td lang={other}>{term[other]}</Table.Td>
              <Table.Td>
                <Marked text={text[language]} typed={typed} />
                {avoid !== undefined && avoid[language].length > 0 && (
                  <Text size="xs" c="dimmed">
                    {t('avoid', { words: avoid[language].join(', ') })}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
