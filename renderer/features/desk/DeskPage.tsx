import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';
import { DeskForm } from './DeskForm.tsx';
import { DeskList } from './DeskList.tsx';

/** Where visits are entered as they come, by keyboard, with whoever came today below. */
export function DeskPage() {
  const { t } = useTranslation('desk');
  /** Grows with every visit: the next one begins on an empty form. */
  const [entered, setEntered] = useState(0);
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <Stack gap="lg">
        <DeskForm key={entered} onEntered={() => setEntered(entered + 1)} />
        <DeskList />
      </Stack>
    </>
  );
}
