import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconGavel, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionRow } from '../../../shared/contract/casework.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { Decision } from '../../../shared/domain/casework/decision.ts';
import { EmptyState } from '../../components/States.tsx';
import { showMoment } from '../../lib/dates.ts';
import { useMayInCase } from '../../lib/officer.ts';
import classes from './casework.module.css';
import { DecisionForm } from './DecisionForm.tsx';
import { useDecisionWords } from './useDecisionWords.ts';
import { WithCasework } from './WithCasework.tsx';

/** What was decided in the case, the newest first. Nothing here can be changed. */
export function DecisionsTab({ file }: { readonly file: Case }) {
  const { t } = useTranslation('casework');
  const writes = useMayInCase('cases.decide', file);
  const [writing, setWriting] = useState<Decision | 'new' | null>(null);
  const add = writes && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setWriting('new')}>
      {t('decision.add')}
    </Button>
  );
  return (
    <WithCasework caseId={file.id}>
      {({ decisions }) => (
        <Stack gap="sm">
          {decisions.length === 0 ? (
            <EmptyState
              icon={<IconGavel size={36} stroke={1.4} />}
              title={t('decision.empty')}
              text={t('decision.emptyText')}
              action={add}
            />
          ) : (
            <>
              <Group justify="space-between">
                <Text size="sm" c="dimmed">
                  {t('decision.note')}
                </Text>
                {add}
              </Group>
              <ol className={classes.rows} aria-label={t('decision.title')}>
                {decisions.toReversed().map((row) => (
                  <DecisionItem
                    key={row.decision.id}
                    row={row}
                    decisions={decisions}
                    onCorrect={writes ? () => setWriting(row.decision) : null}
                  />
                ))}
              </ol>
            </>
          )}
          {writing !== null && (
            <DecisionForm
              caseId={file.id}
              corrects={writing === 'new' ? null : writing}
              onClose={() => setWriting(null)}
            />
          )}
        </Stack>
      )}
    </WithCasework>
  );
}

interface DecisionItemProps {
  readonly row: DecisionRow;
  readonly decisions: readonly DecisionRow[];
  readonly onCorrect: (() => void) | null;
}

function DecisionItem({ row: { decision, byName, genuine, correctedBy }, decisions, onCorrect }: DecisionItemProps) {
  const { t } = useTranslation('casework');
  const words = useDecisionWords();
  const numberOf = (id: string): number => decisions.find((each) => each.decision.id === id)?.decision.number ?? 0;
  const name = t('decision.named', { number: decision.number });
  return (
    <li className={classes.row}>
      <div className={classes.grow}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {name} · {words(decision)}
          </Text>
          {decision.corrects !== undefined && (
            <Badge variant="default">{t('decision.corrects', { number: numberOf(decision.corrects) })}</Badge>
          )}
          {correctedBy !== null && (
            <Badge variant="default">{t('decision.corrected', { number: numberOf(correctedBy) })}</Badge>
          )}
          {!genuine && <Badge color="red">{t('decision.forged')}</Badge>}
        </Group>
        <Text size="sm" className={classes.passage}>
          {t('decision.because', { reason: decision.reason })}
        </Text>
        {decision.alternatives.length > 0 && (
          <Text size="sm" className={classes.passage}>
            {t('decision.instead', { alternatives: decision.alternatives.join('; ') })}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {t(genuine ? 'decision.signed' : 'decision.said', { name: byName, at: showMoment(decision.at) })}
        </Text>
      </div>
      {onCorrect !== null && decision.kind === 'decision' && correctedBy === null && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('decision.correctNamed', { name })}
          onClick={onCorrect}
        >
          {t('decision.correct')}
        </Button>
      )}
    </li>
  );
}
