import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RiskRow } from '../../../shared/contract/mitigation.ts';
import { isMeasureOver } from '../../../shared/domain/mitigation/risk.ts';
import { levelOf } from '../../../shared/domain/mitigation/threat.ts';
import { SidePanel } from '../../components/SidePanel.tsx';
import { useChange } from '../../lib/api.ts';
import { dayFromToday, showDay, showMoment } from '../../lib/dates.ts';
import { useMay } from '../../lib/officer.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import { AssessForm } from './AssessForm.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { RiskForm } from './RiskForm.tsx';

/** One threat: why, what is done, and how it was rated over time. */
export function RiskPanel({ row, onClose }: { readonly row: RiskRow; onClose(): void }) {
  const { t } = useTranslation('mitigation');
  const writes = useMay('mitigation.write');
  const remove = useChange('risks.remove');
  const [form, setForm] = useState<'change' | 'assess' | 'close' | 'reopen' | null>(null);
  const { risk, level, rating, assessedBy, incidents, searches } = row;
  const isOpen = risk.closed === undefined;
  const done = (): void => setForm(null);
  const about = { id: risk.id, version: risk.version };

  function takeAway(): void {
    remove.mutate(about, {
      onSuccess: ({ undoId }) => {
        offerUndo(undoId, t('risk.removed', { number: risk.number }));
        onClose();
      },
      onError: tellError,
    });
  }

  return (
    <SidePanel opened size={560} title={`${risk.number} · ${risk.title}`} onClose={onClose}>
      <Stack gap="md">
        <Group gap="xs">
          <Badge variant="default" tt="none">
            {t(`level.${level}`)} · {rating.likelihood} × {rating.impact}
          </Badge>
          <Badge variant="outline" tt="none">
            {t('risk.residual')}: {t(`level.${levelOf(risk.residual)}`)}
          </Badge>
          <Text size="sm" c="dimmed">
            {t('risk.incidents', { count: incidents })} · {t('risk.searches', { count: searches })}
          </Text>
        </Group>
        {writes && (
          <Group gap="xs">
            {isOpen ? (
              <>
                <Button size="compact-sm" onClick={() => setForm('assess')}>
                  {t('risk.assess')}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => setForm('change')}>
                  {t('risk.change')}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => setForm('close')}>
                  {t('risk.close')}
                </Button>
              </>
            ) : (
              <Button size="compact-sm" variant="default" onClick={() => setForm('reopen')}>
                {t('risk.reopen')}
              </Button>
            )}
            <Button size="compact-sm" variant="default" loading={remove.isPending} onClick={takeAway}>
              {t('common:remove')}
            </Button>
          </Group>
        )}
        <About row={row} />
        <Measures row={row} />
        <div>
          <Text fw={600} size="sm">
            {t('risk.history')}
          </Text>
          {risk.assessments.toReversed().map(({ likelihood, impact, reason, at }, index) => (
            <Text size="sm" key={at}>
              {showMoment(at)} · {assessedBy[risk.assessments.length - 1 - index]} · {likelihood} × {impact}: {reason}
            </Text>
          ))}
        </div>
      </Stack>
      {form === 'change' && <RiskForm risk={risk} onClose={done} />}
      {form === 'assess' && <AssessForm risk={risk} rating={rating} onClose={done} />}
      {form === 'close' && (
        <ReasonForm
          channel="risks.close"
          about={about}
          title={t('risk.close')}
          note={t('risk.closeText')}
          onClose={done}
        />
      )}
      {form === 'reopen' && <ReasonForm channel="risks.reopen" about={about} title={t('risk.reopen')} onClose={done} />}
    </SidePanel>
  );
}

function About({ row: { risk } }: { readonly row: RiskRow }) {
  const { t } = useTranslation('mitigation');
  const facts = [
    [t('risk.kind'), t(`threat.${risk.kind}`)],
    [t('risk.blocks'), risk.blocks.length === 0 ? t('risk.everywhere') : risk.blocks.join(', ')],
    [t('risk.causes'), risk.causes],
    [t('risk.controls'), risk.controls],
    [t('risk.indicators'), risk.indicators.map((kind) => t(`indicatorKind.${kind}`)).join(', ')],
    [t('risk.reviewOn'), showDay(risk.reviewOn)],
    [t('risk.closed'), risk.closed?.reason ?? ''],
  ] as const;
  return (
    <Table variant="vertical" layout="fixed" aria-label={risk.title}>
      <Table.Tbody>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th w={170}>{label}</Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}

function Measures({ row: { risk } }: { readonly row: RiskRow }) {
  const { t } = useTranslation('mitigation');
  const today = dayFromToday(0);
  return (
    <div>
      <Text fw={600} size="sm">
        {t('measure.title')}
      </Text>
      {risk.measures.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('measure.none')}
        </Text>
      )}
      {risk.measures.map((measure) => (
        <Text size="sm" key={`${measure.what} ${measure.due}`}>
          {measure.what} · {measure.owner} · {showDay(measure.due)} · {t(`measureState.${measure.state}`)}
          {measure.outcome !== '' && `: ${measure.outcome}`}
          {!isMeasureOver(measure) && measure.due < today && (
            <Text span size="xs" c="red">
              {' '}
              {t('measure.overdue')}
            </Text>
          )}
        </Text>
      ))}
    </div>
  );
}
