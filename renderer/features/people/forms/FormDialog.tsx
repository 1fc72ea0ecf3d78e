import { Modal } from '@mantine/core';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';

interface DialogHandle {
  setDirty(dirty: boolean): void;
  /** Closes, but asks first when something typed would be lost. */
  requestClose(): void;
}

const DialogContext = createContext<DialogHandle | null>(null);

interface FormDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly size?: number;
  readonly children: ReactNode;
  onClose(): void;
}

/** A form over the page. Escape, the close button and Cancel never throw away typed words without asking. */
export function FormDialog({ opened, title, size = 640, children, onClose }: FormDialogProps) {
  const { t } = useTranslation('people');
  const dirty = useRef(false);
  const [asking, setAsking] = useState(false);
  const close = useCallback(() => {
    dirty.current = false;
    setAsking(false);
    onClose();
  }, [onClose]);
  const handle = useMemo<DialogHandle>(
    () => ({
      setDirty(now) {
        dirty.current = now;
      },
      requestClose() {
        // A key that closes this dialog must not answer the question, too.
        if (dirty.current) setTimeout(() => setAsking(true));
        else close();
      },
    }),
    [close],
  );

  return (
    <>
      <Modal
        opened={opened}
        onClose={handle.requestClose}
        closeOnClickOutside={false}
        closeOnEscape={!asking}
        title={title}
        size={size}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <DialogContext value={handle}>{children}</DialogContext>
      </Modal>
      <ConfirmDialog
        opened={asking}
        title={t('unsaved.title')}
        consequence={t('unsaved.text')}
        confirm={t('unsaved.discard')}
        onConfirm={close}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}

/** Tells the dialog around a form whether something typed would be lost, and how to leave. */
export function useDialogForm(dirty: boolean): () => void {
  const handle = use(DialogContext);
  useEffect(() => {
    handle?.setDirty(dirty);
  }, [handle, dirty]);
  return useCallback(() => handle?.requestClose(), [handle]);
}
