import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { type Grade, gradeCodes, gradeLabel, gradeSchemeSchema, gradeSchemes } from '../../../shared/domain/grade.ts';
import classes from './GradeField.module.css';
import { Notice } from '../people/forms/Notice.tsx';

interface GradeFieldProps {
  readonly value: Grade;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly sourceError?: string | undefined;
  readonly informationError?: string | undefined;
  onChange(value: Grade): void;
}

/** The superseded UK form may be read but not given. */
const givenSchemes = gradeSchemes.filter((scheme) => scheme !== '5x5x5');

/** How good the source and how good the information is, each code with its meaning in words. */
export function GradeField({ value, inputRef, sourceError, informationError, onChange }: GradeFieldProps) {
  const { t } = useTranslation('cases');
  if (value.scheme === '5x5x5') return <OldGrade value={value} onChange={onChange} />;

  const codes = gradeCodes[value.scheme];
  const options = (part: 'source' | 'information') =>
    codes[part].map((code) => ({
      value: code,
      label: `${code} — ${t(`domain:grade.${value.scheme}.${part}.${code}`)}`,
    }));

  return (
    <div className={classes.grade}>
      <Select
        label={t('grade.scheme')}
        value={value.scheme}
        allowDeselect={false}
        data={givenSchemes.map((scheme) => ({ value: scheme, label: t(`domain:gradeScheme.${scheme}`) }))}
        onChange={(next) => {
          const scheme = gradeSchemeSchema.safeParse(next).data;
          // Codes of one scheme mean something else in another, so none is carried over.
          if (scheme !== undefined && scheme !== value.scheme) onChange({ scheme, source: '', information: '' });
        }}
      />
      <Select
        withAsterisk
        ref={inputRef}
        label={t('grade.source')}
        placeholder={t('grade.choose')}
        value={value.source === '' ? null : value.source}
        allowDeselect={false}
        data={options('source')}
        error={value.source === '' && sourceError !== undefined ? t('grade.sourceNeeded') : sourceError}
        comboboxProps={{ width: 300, position: 'bottom-start' }}
        onChange={(source) => onChange({ ...value, source: source ?? '' })}
      />
      <Select
        withAsterisk
        label={t('grade.information')}
        placeholder={t('grade.choose')}
        value={value.information === '' ? null : value.information}
        allowDeselect={false}
        data={options('information')}
        error={
          value.information === '' && informationError !== undefined ? t('grade.informationNeeded') : informationError
        }
        comboboxProps={{ width: 300, position: 'bottom-end' }}
        onChange={(information) => onChange({ ...value, information: information ?? '' })}
      />
    </div>
  );
}

function OldGrade({ value, onChange }: Pick<GradeFieldProps, 'value' | 'onChange'>) {
  const { t } = useTranslation('cases');
  const meaning = (['source', 'information'] as const).map(
    (part) => `${value[part]}: ${t(`domain:grade.${value.scheme}.${part}.${value[part]}`)}`,
  );
  return (
    <Notice icon={<IconHistory size={16} />}>
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {t('domain:gradeScheme.5x5x5')}: {gradeLabel(value)}
        </Text>
        <Text size="sm">{meaning.join(' · ')}</Text>
        <Group>
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => onChange({ scheme: 'admiralty', source: '', information: '' })}
          >
            {t('grade.regrade')}
          </Button>
        </Group>
      </Stack>
    </Notice>
  );
}
