import { Anchor, Badge, Group, Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SimilarCase } from '../../../shared/contract/casework.ts';
import { ErrorState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import classes from './casework.module.css';

/** Cases this officer may know of that share people, numbers or addresses with this one, and what they share. */
export function SimilarCases({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('casework');
  const { data, error, refetch } = useCall('cases.similar', { caseId });
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('similar.title')}>
      <Text size="xs" c="dimmed" mb={4}>
        {t('similar.title')}
      </Text>
      {data?.length === 0 && <Text size="sm">{t('similar.none')}</Text>}
      <ul className={classes.rows}>
        {data?.map((each) => (
          <li key={each.id} className={classes.row}>
            <div className={classes.grow}>
              <Group gap="xs">
                <Anchor
                  size="sm"
                  renderRoot={(props) => <Link to="/cases/$caseId" params={{ caseId: each.id }} {...props} />}
                >
                  {each.number} · {each.title}
                </Anchor>
                {each.status === 'closed' && <Badge variant="default">{t('domain:caseStatus.closed')}</Badge>}
              </Group>
              <Reasons reasons={each.reasons} />
            </div>
            <Text size="xs" c="dimmed">
              {t('similar.score', { score: each.score })}
            </Text>
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed" mt={4}>
        {t('similar.note')}
      </Text>
    </Paper>
  );
}

const most = 6;

function Reasons({ reasons }: Pick<SimilarCase, 'reasons'>) {
  const { t } = useTranslation('casework');
  return (
    <>
      {reasons.slice(0, most).map(({ kind, value, here, there }) => (
        <Text key={`${kind} ${value} ${here.join()}`} size="sm" c="dimmed">
          {t(`similar.${kind}`, { value, here: here.join(', '), there: there.join(', ') })}
        </Text>
      ))}
      {reasons.length > most && (
        <Text size="sm" c="dimmed">
          {t('similar.more', { count: reasons.length - most })}
        </Text>
      )}
    </>
  );
}
