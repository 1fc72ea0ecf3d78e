import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useMay } from '../../lib/officer.ts';
import { DueSection } from './DueSection.tsx';
import classes from './RetentionPage.module.css';
import { RulesSection } from './RulesSection.tsx';
import { WeedingSection } from './WeedingSection.tsx';

/** Why things are kept and for how long, what is kept longer, and the forgetting of visitors nothing is known against. */
export function RetentionPage() {
  const { t } = useTranslation('retention');
  const reads = useMay('retention.read');
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <div className={classes.sections}>
        {reads && <WeedingSection />}
        {reads && <DueSection />}
        <RulesSection />
      </div>
    </>
  );
}
