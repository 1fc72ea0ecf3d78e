import { Button, Group, Pill, Stack, Text, Textarea } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { markMention, moveMentions } from '../../../shared/domain/mentions.ts';
import type { ReportFields } from '../../../shared/domain/report.ts';
import { useIssueText } from '../../lib/forms.ts';
import { GradeField } from '../cases/GradeField.tsx';
import { MarkPerson } from './MarkPerson.tsx';

interface ReportItemFieldProps {
  readonly form: UseFormReturn<ReportFields, unknown, ReportFields>;
  readonly index: number;
  /** Of people marked, by identifier. */
  readonly names: Readonly<Record<string, string>>;
  onNamed(personId: string, name: string): void;
}

interface Chosen {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** One fact: its words, the people marked in them, and its grade. */
export function ReportItemField({ form, index, names, onNamed }: ReportItemFieldProps) {
  const { t } = useTranslation('reports');
  const message = useIssueText();
  const area = useRef<HTMLTextAreaElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [nothing, setNothing] = useState(false);
  const { control, formState, getValues, setValue, watch } = form;
  const errors = formState.errors.items?.[index];
  const text = watch(`items.${index}.text`);
  const mentions = watch(`items.${index}.mentions`);

  function write(next: string): void {
    setValue(`items.${index}.mentions`, moveMentions(text, next, mentions), { shouldDirty: true });
    setValue(`items.${index}.text`, next, { shouldDirty: true, shouldValidate: formState.isSubmitted });
  }
  function mark(): void {
    const field = area.current;
    const [from, to] = [field?.selectionStart ?? 0, field?.selectionEnd ?? 0];
    const words = text.slice(from, to).trim();
    setNothing(words === '');
    if (words !== '') setChosen({ from, to, words });
  }
  function onKey(event: KeyboardEvent): void {
    if (!event.ctrlKey || event.key.toLowerCase() !== 'm') return;
    event.preventDefault();
    mark();
  }
  function marked(personId: string, name: string): void {
    if (chosen === null) return;
    const { from, to } = chosen;
    const now = markMention(getValues(`items.${index}.text`), mentions, { personId, from, to });
    setValue(`items.${index}.mentions`, [...now], { shouldDirty: true });
    onNamed(personId, name);
    setChosen(null);
    area.current?.focus();
  }

  return (
    <Stack gap={6}>
      <Textarea
        ref={area}
        withAsterisk
        autosize
        minRows={2}
        maxRows={10}
        label={t('editor.text', { number: index + 1 })}
        description={t('editor.factHint')}
        maxLength={5000}
        value={text}
        error={message(errors?.text)}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <Group gap={6}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconUserCheck size={14} />}
          aria-keyshortcuts="Control+M"
          onClick={mark}
        >
          {t('editor.mark')}
        </Button>
        <Text size="xs" c={nothing ? 'red' : 'dimmed'} role={nothing ? 'alert' : undefined}>
          {t(nothing ? 'editor.nothingChosen' : 'editor.markHint')}
        </Text>
      </Group>
      {mentions.length > 0 && (
        <Group gap={6} aria-label={t('editor.marked')} role="group">
          {mentions.map(({ personId, from, to }) => {
            const words = text.slice(from, to);
            return (
              <Pill
                key={`${personId} ${from}`}
                withRemoveButton
                removeButtonProps={{ 'aria-label': t('editor.unmark', { words }), 'aria-hidden': false, tabIndex: 0 }}
                onRemove={() =>
                  setValue(
                    `items.${index}.mentions`,
                    mentions.filter((mention) => mention.from !== from),
                    { shouldDirty: true },
                  )
                }
              >
                {names[personId] === undefined || names[personId] === words ? words : `${words} → ${names[personId]}`}
              </Pill>
            );
          })}
        </Group>
      )}
      <Controller
        control={control}
        name={`items.${index}.grade`}
        render={({ field }) => (
          <GradeField
            value={field.value}
            inputRef={field.ref}
            sourceError={message(errors?.grade?.source)}
            informationError={message(errors?.grade?.information)}
            onChange={field.onChange}
          />
        )}
      />
      {chosen !== null && <MarkPerson words={chosen.words} onPerson={marked} onClose={() => setChosen(null)} />}
    </Stack>
  );
}
