import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../../../shared/contract/importing.ts';
import { missingFields } from '../../../shared/domain/headings.ts';
import {
  type ColumnMapping,
  type RegisterKind,
  registerKindSchema,
  registerKinds,
} from '../../../shared/domain/register.ts';
import { Section } from '../../components/Section.tsx';
import { showBytes } from '../../lib/numbers.ts';
import { fieldName } from './fieldName.ts';
import classes from './ImportPage.module.css';
import { MappingTable } from './MappingTable.tsx';
import { PreviewTable } from './PreviewTable.tsx';

export interface ChosenFile {
  readonly token: string;
  readonly name: string;
  readonly bytes: number;
  readonly inspection: Inspection;
}

interface InspectionViewProps {
  readonly file: ChosenFile;
  onKind(kind: RegisterKind): void;
  onCancel(): void;
  onStart(kind: RegisterKind, mapping: ColumnMapping): void;
}

/** What was found in the file, and which of its columns become what. Nothing is written before Import. */
export function InspectionView({ file, onKind, onCancel, onStart }: InspectionViewProps) {
  const { t } = useTranslation('importing');
  const { inspection } = file;
  const { kind, header, sample, titleRows } = inspection;
  const [mapping, setMapping] = useState<ColumnMapping>(inspection.mapping);
  const missing = kind === null ? [] : missingFields(kind, mapping, header);

  return (
    <>
      <Section title={file.name} note={<FileFacts file={file} />}>
        <Select
          label={t('kind')}
          maw="18rem"
          value={kind}
          allowDeselect={false}
          data={registerKinds.map((value) => ({ value, label: t(`domain:registerKind.${value}`) }))}
          error={kind === null ? t('kindUnknown') : undefined}
          onChange={(value) => onKind(registerKindSchema.parse(value))}
        />
        {titleRows.length > 0 && (
          <div className={classes.unread}>{t('titleRows', { text: titleRows.join(' · ') })}</div>
        )}
      </Section>
      <div className={classes.columns}>
        {kind !== null && (
          <Section title={t('mapping')} note={inspection.remembered ? t('remembered') : t('mappingText')}>
            <MappingTable kind={kind} header={header} sample={sample} mapping={mapping} onChange={setMapping} />
          </Section>
        )}
        <Section title={t('preview')} note={t('previewNote')}>
          <PreviewTable kind={kind} header={header} sample={sample} mapping={mapping} />
        </Section>
      </div>
      <div className={classes.bar}>
        <span className={classes.said} role="status">
          {missing.length > 0 && (
            <span className={classes.missing}>
              {t('missing', { fields: missing.map((field) => fieldName(t, kind, field)).join(', ') })}
            </span>
          )}
        </span>
        <Button variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <Button
          disabled={kind === null || missing.length > 0}
          onClick={() => {
            if (kind !== null) onStart(kind, mapping);
          }}
        >
          {t('start')}
        </Button>
      </div>
    </>
  );
}

function FileFacts({ file }: { readonly file: ChosenFile }) {
  const { t } = useTranslation('importing');
  const { format, encoding, delimiter } = file.inspection;
  const facts =
    format === 'xlsx'
      ? ['XLSX']
      : ['CSV', encoding, t('delimiter', { delimiter: delimiter === '\t' ? t('tab') : (delimiter ?? '') })];
  return [showBytes(file.bytes), ...facts].join(' · ');
}
