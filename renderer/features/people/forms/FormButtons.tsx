import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './FormButtons.module.css';

interface FormButtonsProps {
  readonly save: string;
  readonly busy: boolean;
  onCancel(): void;
}

export function FormButtons({ save, busy, onCancel }: FormButtonsProps) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" className={classes.bar}>
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button type="submit" loading={busy}>
        {save}
      </Button>
    </Group>
  );
}
