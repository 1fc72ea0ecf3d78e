import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { FindingRow } from '../../../shared/contract/detection.ts';

/** Names that lead to the pages of people, one after the other. */
export function PersonLinks({ people }: { readonly people: FindingRow['people'] }) {
  return (
    <Text span size="sm" style={{ overflowWrap: 'anywhere' }}>
      {people.map(({ id, name }, place) => (
        <Fragment key={id}>
          {place > 0 && ', '}
          <Anchor
            size="sm"
            underline="always"
            renderRoot={(props) => <Link to="/people/$personId" params={{ personId: id }} {...props} />}
          >
            {name}
          </Anchor>
        </Fragment>
      ))}
    </Text>
  );
}
