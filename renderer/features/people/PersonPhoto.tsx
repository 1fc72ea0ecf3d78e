import { Avatar, Button, Image, Menu, Stack } from '@mantine/core';
import { IconCamera, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import { smallPhoto } from './smallPhoto.ts';
import { usePhotos } from './usePhotos.ts';

interface PersonPhotoProps {
  readonly personId: string;
  readonly name: string;
  readonly writes: boolean;
}

/** How a person looks, with what an officer may do about it. */
export function PersonPhoto({ personId, name, writes }: PersonPhotoProps) {
  const { t } = useTranslation('people');
  const [busy, setBusy] = useState(false);
  const photo = usePhotos([personId]).get(personId);

  async function choose(): Promise<void> {
    setBusy(true);
    try {
      const { picture } = await call('photos.choose', {});
      if (picture === null) return;
      const { undoId } = await call('photos.set', { personId, jpeg: await smallPhoto(picture) });
      offerUndo(undoId, t('photo.done', { name }));
    } catch (error) {
      tellError(error);
    } finally {
      setBusy(false);
    }
  }
  async function remove(): Promise<void> {
    try {
      const { undoId } = await call('photos.remove', { personId });
      offerUndo(undoId, t('photo.removed', { name }));
    } catch (error) {
      tellError(error);
    }
  }

  const picture =
    photo === undefined ? (
      <Avatar size={84} radius="sm" aria-hidden>
        <IconUser size={40} stroke={1.3} />
      </Avatar>
    ) : (
      <Image src={photo} alt={t('photo.of', { name })} w={84} h={105} fit="cover" radius="sm" />
    );
  if (!writes) return picture;
  return (
    <Stack gap={6} align="center" w={116}>
      {picture}
      {photo === undefined ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={busy}
          leftSection={<IconCamera size={14} />}
          onClick={() => void choose()}
        >
          {t('photo.add')}
        </Button>
      ) : (
        <Menu>
          <Menu.Target>
            <Button size="compact-sm" variant="default" loading={busy} leftSection={<IconCamera size={14} />}>
              {t('photo.title')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void choose()}>{t('photo.replace')}</Menu.Item>
            <Menu.Item onClick={() => void remove()}>{t('photo.remove')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </Stack>
  );
}
