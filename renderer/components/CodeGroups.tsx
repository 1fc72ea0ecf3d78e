import classes from './CodeGroups.module.css';

/** A code that people write down and type: its groups in numbered cells, so that none is skipped. */
export function CodeGroups({ code, label }: { readonly code: string; readonly label: string }) {
  return (
    <ol className={classes.groups} aria-label={label}>
      {code.split('-').map((group, index) => (
        <li key={`${index}-${group}`} className={classes.group}>
          {group}
        </li>
      ))}
    </ol>
  );
}
