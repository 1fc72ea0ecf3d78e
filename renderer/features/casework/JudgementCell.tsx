import { Table, UnstyledButton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type Judgement, judgements } from '../../../shared/domain/casework/case-fact.ts';
import classes from './casework.module.css';

interface JudgementCellProps {
  /** Where it stands, for being found by the arrow keys. */
  readonly place: string;
  readonly label: string;
  readonly judgement: Judgement | null;
  /** Whether the tab key comes here. */
  readonly reached: boolean;
  readonly writes: boolean;
  onFocus(): void;
  onMove(down: number, right: number): void;
  onJudge(judgement: Judgement | null): void;
}

const signs = { consistent: '+', inconsistent: '−', neutral: '0' } as const;
const byKey: Readonly<Record<string, Judgement | null>> = {
  '+': 'consistent',
  '=': 'consistent',
  '-': 'inconsistent',
  '0': 'neutral',
  Delete: null,
  Backspace: null,
};
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** How one fact stands to one hypothesis. A press goes on to the next judgement. */
export function JudgementCell(props: JudgementCellProps) {
  const { place, label, judgement, reached, writes, onFocus, onMove, onJudge } = props;
  const { t } = useTranslation('casework');

  function act(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const arrow = arrows[event.key];
    const said = byKey[event.key];
    if (arrow !== undefined) onMove(...arrow);
    else if (said !== undefined) onJudge(said);
    else return;
    event.preventDefault();
  }
  const next = judgement === null ? 'consistent' : (judgements[judgements.indexOf(judgement) + 1] ?? null);
  const words = t(`domain:judgement.${judgement ?? 'none'}`);
  return (
    <Table.Td ta="center" p={2}>
      <UnstyledButton
        className={classes.judgement}
        data-judgement={judgement ?? 'none'}
        data-place={place}
        aria-label={`${label}: ${words}`}
        title={words}
        aria-disabled={!writes}
        tabIndex={reached ? 0 : -1}
        onFocus={onFocus}
        onKeyDown={act}
        onClick={() => onJudge(next)}
      >
        {judgement === null ? '' : signs[judgement]}
      </UnstyledButton>
    </Table.Td>
  );
}
