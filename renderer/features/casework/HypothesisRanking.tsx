import { Badge, Button, Text } from '@mantine/core';
import { IconBulb, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { weighHypotheses } from '../../../shared/analysis/competing-hypotheses.ts';
import type { Casework } from '../../../shared/contract/casework.ts';
import type { Hypothesis } from '../../../shared/domain/casework/hypothesis.ts';
import { Section } from '../../components/Section.tsx';
import { EmptyState } from '../../components/States.tsx';
import { useChange } from '../../lib/api.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import classes from './casework.module.css';
import { HypothesisForm } from './HypothesisForm.tsx';
import { RowButtons } from './RowButtons.tsx';

interface HypothesisRankingProps {
  readonly caseId: string;
  readonly work: Casework;
  readonly writes: boolean;
}

/** Explanations by how little speaks against each. */
export function HypothesisRanking({ caseId, work, writes }: HypothesisRankingProps) {
  const { t } = useTranslation('casework');
  const [editing, setEditing] = useState<Hypothesis | 'new' | null>(null);
  const remove = useChange('hypotheses.remove');
  const byId = new Map(work.hypotheses.map((each) => [each.id, each]));
  const ranked = weighHypotheses([...byId.keys()], work.facts).hypotheses;
  const add = writes && (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
      {t('hypothesis.add')}
    </Button>
  );
  return (
    <Section
      title={t('hypothesis.title')}
      {...(ranked.length === 0 ? {} : { note: t('hypothesis.note'), actions: add })}
    >
      {ranked.length === 0 ? (
        <EmptyState
          icon={<IconBulb size={36} stroke={1.4} />}
          title={t('hypothesis.empty')}
          text={t('hypothesis.emptyText')}
          action={add}
        />
      ) : (
        <ol className={classes.rows} aria-label={t('hypothesis.title')}>
          {ranked.map(({ id, rank, against, consistent, inconsistent, neutral, unjudged }) => {
            const hypothesis = byId.get(id);
            if (hypothesis === undefined) return null;
            const name = t('hypothesis.named', { number: hypothesis.number });
            return (
              <li key={id} className={classes.row}>
                <Badge variant="default" className={classes.rank}>
                  {t('hypothesis.rank', { rank })}
                </Badge>
                <div className={classes.grow}>
                  <Text size="sm" fw={600}>
                    {name} · {hypothesis.statement}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {t('hypothesis.against', { against, count: inconsistent })} ·{' '}
                    {t('hypothesis.counts', { consistent, neutral, unjudged })}
                  </Text>
                </div>
                {writes && (
                  <RowButtons
                    name={name}
                    onChange={() => setEditing(hypothesis)}
                    onRemove={() =>
                      remove.mutate(
                        { id, version: hypothesis.version },
                        { onSuccess: ({ undoId }) => offerUndo(undoId, t('removed', { name })), onError: tellError },
                      )
                    }
                  />
                )}
              </li>
            );
          })}
        </ol>
      )}
      {editing !== null && (
        <HypothesisForm
          caseId={caseId}
          hypothesis={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
