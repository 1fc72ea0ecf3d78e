import { Button, Group, Pill, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { messages } from '../../../shared/i18n/messages.ts';
import { DateField } from '../../components/DateField.tsx';
import { useCall } from '../../lib/api.ts';
import classes from './AuditPage.module.css';
import { type AuditView, wholeView } from './auditView.ts';
import { useAuditWords } from './useAuditWords.ts';

const areas = Object.entries(messages.en.officers.audit.did).map(([area, acts]) => ({
  area,
  actions: Object.keys(acts).map((act) => `${area}.${act}`),
}));

interface AuditFiltersProps {
  readonly view: AuditView;
  onChange(view: AuditView): void;
}

/** Narrows the trail by officer, action or all of an area, period, words and one record. */
export function AuditFilters({ view, onChange }: AuditFiltersProps) {
  const { t, i18n } = useTranslation('officers');
  const words = useAuditWords();
  const officers = useCall('officers.list', {});
  const set = (fields: Partial<AuditView>): void => onChange({ ...view, ...fields });
  const byLabel = (a: { label: string }, b: { label: string }): number => a.label.localeCompare(b.label, i18n.language);
  const actions = areas
    .map(({ area, actions: names }) => {
      const group = t(`audit.area.${area}`, { defaultValue: area });
      return {
        label: group,
        group,
        items: [
          { value: `${area}.`, label: t('audit.allOf', { area: group }) },
          ...names.map((action) => ({ value: action, label: words.action({ action }) })).sort(byLabel),
        ],
      };
    })
    .sort(byLabel);

  return (
    <>
      <Group mb="sm" align="flex-end" gap="sm" role="search">
        <Select
          className={classes.choice}
          label={t('audit.actor')}
          data={(officers.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={view.officer === '' ? null : view.officer}
          placeholder={t('audit.everybody')}
          clearable
          clearButtonProps={{ 'aria-label': t('audit.clear', { field: t('audit.actor') }) }}
          onChange={(officer) => set({ officer: officer ?? '' })}
        />
        <Select
          className={classes.choice}
          label={t('audit.action')}
          data={actions.map(({ group, items }) => ({ group, items }))}
          value={view.action === '' ? null : view.action}
          placeholder={t('audit.everything')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('audit.clear', { field: t('audit.action') }) }}
          onChange={(action) => set({ action: action ?? '' })}
        />
        {(['from', 'until'] as const).map((name) => (
          <div key={name} className={classes.day}>
            <DateField label={t(`audit.${name}`)} value={view[name]} onChange={(day) => set({ [name]: day ?? '' })} />
          </div>
        ))}
        <TextInput
          className={classes.words}
          label={t('audit.text')}
          placeholder={t('audit.textHint')}
          leftSection={<IconSearch size={15} aria-hidden />}
          maxLength={200}
          value={view.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
      </Group>
      {view.record !== null && (
        <Group mb="sm" gap="sm">
          <Pill
            size="md"
            withRemoveButton
            removeButtonProps={{ 'aria-label': t('audit.clear', { field: view.record.name }) }}
            onRemove={() => set({ record: null })}
          >
            {t('audit.only', { name: view.record.name })}
          </Pill>
          <Button size="compact-sm" variant="subtle" onClick={() => onChange(wholeView)}>
            {t('audit.showAll')}
          </Button>
        </Group>
      )}
    </>
  );
}
