import { Button, Table, Text } from '@mantine/core';
import { IconPlus, IconStarFilled } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { weighHypotheses } from '../../../shared/analysis/competing-hypotheses.ts';
import type { Casework } from '../../../shared/contract/casework.ts';
import type { CaseFact, Judgement } from '../../../shared/domain/casework/case-fact.ts';
import { GradeBadge } from '../../components/badges.tsx';
import { Section } from '../../components/Section.tsx';
import { useChange } from '../../lib/api.ts';
import { showDay } from '../../lib/dates.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import classes from './casework.module.css';
import { FactForm } from './FactForm.tsx';
import { JudgementCell } from './JudgementCell.tsx';
import { RowButtons } from './RowButtons.tsx';

interface FactMatrixProps {
  readonly caseId: string;
  readonly work: Casework;
  readonly writes: boolean;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** What is known, a row each, against every explanation, a column each; arrow keys move, single keys judge. */
export function FactMatrix({ caseId, work: { hypotheses, facts }, writes }: FactMatrixProps) {
  const { t } = useTranslation('casework');
  const [editing, setEditing] = useState<CaseFact | 'new' | null>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const body = useRef<HTMLTableSectionElement>(null);
  const remove = useChange('facts.remove');
  const judge = useChange('facts.judge');
  const weighed = weighHypotheses(
    hypotheses.map(({ id }) => id),
    facts,
  ).facts;

  function move(by: Place): void {
    const row = Math.max(0, Math.min(facts.length - 1, at.row + by.row));
    const column = Math.max(0, Math.min(hypotheses.length - 1, at.column + by.column));
    body.current?.querySelector<HTMLElement>(`[data-place="${row} ${column}"]`)?.focus();
  }
  const say = (fact: CaseFact, hypothesisId: string, judgement: Judgement | null): void => {
    if (!writes || judge.isPending || (fact.judgements[hypothesisId] ?? null) === judgement) return;
    judge.mutate({ id: fact.id, version: fact.version, hypothesisId, judgement }, { onError: tellError });
  };

  return (
    <Section
      title={t('fact.title')}
      note={facts.length > 0 && hypotheses.length > 0 ? t(writes ? 'fact.keys' : 'fact.note') : undefined}
      actions={
        writes && (
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
            {t('fact.add')}
          </Button>
        )
      }
    >
      {facts.length === 0 ? (
        <Text c="dimmed">{t('fact.empty')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={640 + hypotheses.length * 70} type="native" tabIndex={0}>
          <Table aria-label={t('fact.matrix')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('fact.text')}</Table.Th>
                <Table.Th w={80}>{t('fact.grade')}</Table.Th>
                {hypotheses.map(({ id, number, statement }) => (
                  <Table.Th key={id} w={70} ta="center" title={statement}>
                    {t('hypothesis.short', { number })}
                    <span className="visually-hidden">: {statement}</span>
                  </Table.Th>
                ))}
                {hypotheses.length > 0 && <Table.Th w={150}>{t('fact.diagnosticity')}</Table.Th>}
                <Table.Th w={84}>
                  <span className="visually-hidden">{t('common:actions')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody ref={body}>
              {facts.map((fact, row) => {
                const name = t('fact.named', { number: fact.number });
                const diagnosticity = weighed[row]?.diagnosticity ?? 'unknown';
                return (
                  <Table.Tr key={fact.id}>
                    <Table.Td>
                      <Text size="sm">
                        <span className={classes.number}>{name}</span> {fact.text}{' '}
                        {fact.isKey && (
                          <IconStarFilled size={12} className={classes.key} aria-label={t('fact.isKey')} />
                        )}
                      </Text>
                      <Text size="xs" c="dimmed">
                        {fact.on === undefined ? fact.source : `${showDay(fact.on)} · ${fact.source}`}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <GradeBadge grade={fact.grade} />
                    </Table.Td>
                    {hypotheses.map(({ id, number }, column) => (
                      <JudgementCell
                        key={id}
                        place={`${row} ${column}`}
                        label={t('fact.against', { fact: fact.number, hypothesis: number })}
                        judgement={fact.judgements[id] ?? null}
                        reached={
                          row === Math.min(at.row, facts.length - 1) &&
                          column === Math.min(at.column, hypotheses.length - 1)
                        }
                        writes={writes}
                        onFocus={() => setAt({ row, column })}
                        onMove={(down, right) => move({ row: down, column: right })}
                        onJudge={(judgement) => say(fact, id, judgement)}
                      />
                    ))}
                    {hypotheses.length > 0 && (
                      <Table.Td>
                        <Text size="xs" {...(diagnosticity === 'clear' ? {} : { c: 'dimmed' })}>
                          {t(`diagnosticity.${diagnosticity}`)}
                        </Text>
                      </Table.Td>
                    )}
                    <Table.Td>
                      {writes && (
                        <RowButtons
                          name={name}
                          onChange={() => setEditing(fact)}
                          onRemove={() =>
                            remove.mutate(
                              { id: fact.id, version: fact.version },
                              {
                                onSuccess: ({ undoId }) => offerUndo(undoId, t('removed', { name })),
                                onError: tellError,
                              },
                            )
                          }
                        />
                      )}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {facts.length > 0 && hypotheses.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('fact.legend')}
        </Text>
      )}
      {editing !== null && (
        <FactForm caseId={caseId} fact={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}
