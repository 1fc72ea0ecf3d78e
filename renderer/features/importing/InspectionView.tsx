import { Alert, Button, Group, ScrollArea, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../../../shared/contract/importing.ts';
import {
  type ColumnMapping,
  type RegisterKind,
  registerFields,
  registerKinds,
  registerKindSchema,
} from '../../../shared/domain/register.ts';

interface InspectionViewProps {
  readonly inspection: Inspection;
  onKind(kind: RegisterKind): void;
  onStart(kind: RegisterKind, mapping: ColumnMapping): void;
}

const previewRows = 8;

/** What was found in the file, and which of its columns become what. */
export function InspectionView({ inspection, onKind, onStart }: InspectionViewProps) {
  const { t } = useTranslation('importing');
  const [mapping, setMapping] = useState<ColumnMapping>(inspection.mapping);
  const { kind, header, sample, format, encoding, delimiter, titleRows } = inspection;
  const missing = kind === null ? [] : registerFields[kind].required.filter((field) => !mapping[field]);

  return (
    <Stack gap="md">
      <Group align="flex-end">
        <Select
          label={t('kind')}
          w={240}
          value={kind}
          allowDeselect={false}
          data={registerKinds.map((value) => ({ value, label: t(`domain:registerKind.${value}`) }))}
          error={kind === null ? t('kindUnknown') : undefined}
          onChange={(value) => onKind(registerKindSchema.parse(value))}
        />
        <Text size="sm" c="dimmed" pb={6}>
          {format === 'xlsx'
            ? t('factsXlsx')
            : t('facts', { format: 'CSV', encoding, delimiter: delimiter === '\t' ? t('tab') : delimiter })}
        </Text>
      </Group>
      {titleRows.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('titleRows', { text: titleRows.join(' · ') })}
        </Text>
      )}
      {kind !== null && (
        <>
          <MappingTable
            kind={kind}
            header={header}
            sample={sample}
            mapping={mapping}
            remembered={inspection.remembered}
            onChange={setMapping}
          />
          {missing.length > 0 && (
            <Alert color="orange" role="alert">
              {t('missing', { fields: missing.map((field) => t(`fields.${field}`)).join(', ') })}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button disabled={missing.length > 0} onClick={() => onStart(kind, mapping)}>
              {t('start')}
            </Button>
          </Group>
        </>
      )}
      <Title order={2}>{t('preview')}</Title>
      <ScrollArea type="auto">
        <Table withTableBorder striped aria-label={t('preview')}>
          <Table.Thead>
            <Table.Tr>
              {header.map((heading) => (
                <Table.Th key={heading}>{heading}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sample.slice(0, previewRows).map((cells, row) => (
              <Table.Tr key={`${row}-${cells.join('|')}`}>
                {header.map((heading, column) => (
                  <Table.Td key={heading} style={{ whiteSpace: 'nowrap' }}>
                    {cells[column]}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </Stack>
  );
}

interface MappingTableProps {
  readonly kind: RegisterKind;
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly mapping: ColumnMapping;
  readonly remembered: boolean;
  onChange(mapping: ColumnMapping): void;
}

function MappingTable({ kind, header, sample, mapping, remembered, onChange }: MappingTableProps) {
  const { t } = useTranslation('importing');
  const { required, optional } = registerFields[kind];
  const needed = new Set<string>(required);

  function choose(field: string, heading: string | null): void {
    const { [field]: _, ...others } = mapping;
    onChange(heading === null ? others : { ...others, [field]: heading });
  }

  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Title order={2}>{t('mapping')}</Title>
        <Text size="sm" c="dimmed">
          {remembered ? t('remembered') : t('mappingText')}
        </Text>
      </Group>
      <Table withTableBorder aria-label={t('mapping')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={200}>{t('field')}</Table.Th>
            <Table.Th w={260}>{t('column')}</Table.Th>
            <Table.Th>{t('sample')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...required, ...optional].map((field) => {
            const column = header.indexOf(mapping[field] ?? '');
            const values =
              column === -1
                ? []
                : [...new Set(sample.map((cells) => cells[column] ?? ''))].filter((value) => value !== '');
            return (
              <Table.Tr key={field}>
                <Table.Td>
                  {t(`fields.${field}`)}
                  {needed.has(field) && (
                    <Text span c="red">
                      {' *'}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <Select
                    size="xs"
                    aria-label={t(`fields.${field}`)}
                    placeholder={t('notMapped')}
                    clearable
                    data={[...header]}
                    value={mapping[field] ?? null}
                    onChange={(heading) => choose(field, heading)}
                  />
                </Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed" truncate maw={520}>
                    {values.slice(0, 4).join(' · ')}
                  </Text>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
