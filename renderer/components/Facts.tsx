import classes from './Facts.module.css';

interface Fact {
  readonly label: string;
  readonly value: string;
  /** Draws the eye: something is left to look at. */
  readonly attention?: boolean;
}

/** A line of figures with what they count. */
export function Facts({ facts, label }: { readonly facts: readonly Fact[]; readonly label: string }) {
  return (
    <dl className={classes.facts} aria-label={label}>
      {facts.map((fact) => (
        <div key={fact.label} className={classes.fact} data-attention={fact.attention}>
          <dt className={classes.label}>{fact.label}</dt>
          <dd className={classes.value}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
