import { Box, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';

interface NoticeProps {
  readonly tone?: 'plain' | 'good' | 'warn' | 'bad';
  readonly icon: ReactNode;
  readonly title?: string;
  /** `alert` is read out at once, `status` when there is time. */
  readonly role?: 'alert' | 'status';
  readonly children?: ReactNode;
}

/** Something the officer should know, on the spot; the words carry it, the coloured edge only helps. */
export function Notice({ tone = 'plain', icon, title, role, children }: NoticeProps) {
  return (
    <Paper className={classes.notice} data-tone={tone} role={role}>
      <div className={classes.icon} aria-hidden>
        {icon}
      </div>
      <Box flex={1} miw={0}>
        {title !== undefined && (
          <Text size="sm" fw={600}>
            {title}
          </Text>
        )}
        {children}
      </Box>
    </Paper>
  );
}
