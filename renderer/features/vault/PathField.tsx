import { Button, Input, TextInput } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useId } from 'react';
import { tellError } from '../../lib/tell.tsx';
import classes from './PathField.module.css';

interface PathFieldProps {
  readonly label: string;
  readonly description: string;
  readonly placeholder: string;
  readonly button: string;
  readonly value: string;
  readonly error?: string | undefined;
  /** Asks the officer in the system's dialog; null when the officer cancelled. */
  choose(): Promise<string | null>;
  onChange(path: string): void;
}

/** Chosen in the system's dialog; the page never types a path of its own. */
export function PathField(props: PathFieldProps) {
  const { label, description, placeholder, button, value, error, choose, onChange } = props;
  const id = useId();

  async function ask(): Promise<void> {
    const path = await choose();
    if (path !== null) onChange(path);
  }

  return (
    <Input.Wrapper id={id} label={label} description={description} error={error}>
      <div className={classes.line}>
        <TextInput
          id={id}
          className={classes.path}
          readOnly
          value={value}
          placeholder={placeholder}
          error={error !== undefined}
          title={value}
        />
        <Button
          variant="default"
          leftSection={<IconFolderOpen size={16} aria-hidden />}
          onClick={() => void ask().catch(tellError)}
        >
          {button}
        </Button>
      </div>
    </Input.Wrapper>
  );
}
