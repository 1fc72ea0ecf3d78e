import { Button, Group, Text } from '@mantine/core';
import { hideNotification, showNotification } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import i18next from 'i18next';
import { toSinergiError } from '../../shared/errors.ts';
import { call } from './api.ts';

const closeButton = (): { 'aria-label': string } => ({ 'aria-label': i18next.t('common:close') });

/** What went wrong and what to do, in the officer's language. */
export function errorText(error: unknown): string {
  const { code, details } = toSinergiError(error);
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(details ?? {}))
    values[name] = typeof value === 'object' ? value.join(', ') : String(value);
  return i18next.t(`errors:${code}`, values);
}

export function tellError(error: unknown): void {
  showNotification({
    title: i18next.t('common:failed'),
    message: errorText(error),
    color: 'red',
    icon: <IconAlertTriangle size={16} />,
    autoClose: 12_000,
    closeButtonProps: closeButton(),
  });
}

export function tellDone(message: string): void {
  showNotification({
    message,
    color: 'teal',
    icon: <IconCheck size={16} />,
    autoClose: 4000,
    closeButtonProps: closeButton(),
  });
}

/** A removal that can be taken back for a while; afterwards the record's history still has it. */
export function offerUndo(undoId: string, message: string): void {
  const id = `undo-${undoId}`;
  const takeBack = async (): Promise<void> => {
    hideNotification(id);
    try {
      await call('undo.apply', { undoId });
      tellDone(i18next.t('common:undone'));
    } catch (error) {
      tellError(error);
    }
  };
  showNotification({
    id,
    autoClose: 20_000,
    closeButtonProps: closeButton(),
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="light" flex="none" onClick={() => void takeBack()}>
          {i18next.t('common:undo')}
        </Button>
      </Group>
    ),
  });
}
