import { useTranslation } from 'react-i18next';
import classes from './StrengthMeter.module.css';
import { useStrength } from './useStrength.ts';

const steps = [0, 1, 2, 3, 4] as const;

/** Five marks and a word; the word is what counts. */
export function StrengthMeter({ passphrase }: { readonly passphrase: string }) {
  const { t } = useTranslation('vault');
  const strength = useStrength(passphrase);
  return (
    <div className={classes.meter} data-strength={strength ?? undefined}>
      <div className={classes.marks} aria-hidden>
        {steps.map((step) => (
          <span key={step} className={classes.mark} data-on={strength !== null && step <= strength} />
        ))}
      </div>
      <span className={classes.word} role="status">
        {strength !== null && `${t('strength')}: ${t(`strength${strength}`)}`}
      </span>
    </div>
  );
}
