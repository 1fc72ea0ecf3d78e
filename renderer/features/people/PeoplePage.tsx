import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/contract.ts';
import { type PersonRow, personSortSchema } from '../../../shared/contract/people.ts';
import { roleKindSchema, roleKinds } from '../../../shared/domain/person.ts';
import { DataGrid } from '../../components/DataGrid.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/States.tsx';
import { call } from '../../lib/api.ts';
import { tellError } from '../../lib/tell.tsx';
import { NewPersonDialog } from './NewPersonDialog.tsx';
import { peopleColumns } from './peopleColumns.tsx';
import { usePages } from './usePages.ts';
import { useRemembered } from './useRemembered.ts';
import { useMay } from '../../lib/officer.ts';

type Query = Omit<Input<'people.search'>, 'offset' | 'limit'>;

const everybody: Query = { text: '', role: null, sort: 'relevance', descending: false };

export function PeoplePage(): ReactNode {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const [query, setQuery] = useRemembered<Query>('people', everybody);
  const [asked] = useDebouncedValue(query, 150);
  const writes = useMay('people.write');
  const imports = useMay('imports.run');
  const [, setSeeds] = useRemembered<readonly string[]>('network-seeds', []);
  const [creating, setCreating] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const pages = usePages<PersonRow>('people.search', asked, (offset, limit) =>
    call('people.search', { ...asked, offset, limit }),
  );
  const open = (personId: string): void => void navigate({ to: '/people/$personId', params: { personId } });
  /** The nearest hits; more starting points than this say nothing any more. */
  async function network(): Promise<void> {
    const { rows } = await call('people.search', { ...asked, offset: 0, limit: 100 });
    setSeeds(rows.map(({ id }) => id));
    await navigate({ to: '/people/network' });
  }

  const narrowed = asked.text.trim() !== '' || asked.role !== null;
  const nobody = !pages.loading && pages.error === undefined && pages.total === 0 && !narrowed && query === asked;

  return (
    <>
      <PageHeader
        title={t('list.title')}
        note={pages.loading ? undefined : t('list.count', { count: pages.total })}
        actions={
          nobody ? undefined : (
            <>
              {narrowed && pages.total > 0 && (
                <Button variant="default" onClick={() => void network().catch(tellError)}>
                  {t('network:surroundings.ofResult')}
                </Button>
              )}
              <Button variant="default" onClick={() => void navigate({ to: '/people/duplicates' })}>
                {t('list.duplicates')}
              </Button>
              {writes && (
                <Button leftSection={<IconUserPlus size={16} />} onClick={() => setCreating(true)}>
                  {t('new.open')}
                </Button>
              )}
            </>
          )
        }
      />
      <Group align="flex-end" mb="sm" role="search" display={nobody ? 'none' : undefined}>
        <TextInput
          flex="1 1 18rem"
          maw={520}
          data-autofocus
          label={t('list.search')}
          placeholder={t('list.searchHint')}
          leftSection={<IconSearch size={15} />}
          value={query.text}
          onChange={(event) => setQuery({ ...query, text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            grid.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
          }}
        />
        <Select
          w={200}
          label={t('list.role')}
          value={query.role ?? 'all'}
          allowDeselect={false}
          data={[
            { value: 'all', label: t('list.everyRole') },
            ...roleKinds.map((role) => ({ value: role, label: t(`domain:role.${role}`) })),
          ]}
          onChange={(value) => setQuery({ ...query, role: roleKindSchema.safeParse(value).data ?? null })}
        />
        <Select
          w={200}
          label={t('list.sort')}
          value={query.sort}
          allowDeselect={false}
          data={personSortSchema.options.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
          onChange={(value) => {
            const sort = personSortSchema.safeParse(value).data ?? 'relevance';
            setQuery({ ...query, sort, descending: sort === 'visits' });
          }}
        />
      </Group>
      {pages.error !== undefined ? (
        <ErrorState error={pages.error} onRetry={pages.retry} />
      ) : pages.loading ? (
        <LoadingState />
      ) : pages.total === 0 ? (
        <EmptyState
          icon={<IconUsers size={36} stroke={1.4} />}
          title={narrowed ? t('list.noMatch') : t('list.empty')}
          text={narrowed ? t('list.noMatchText') : t('list.emptyText')}
          action={
            narrowed ? (
              <Button variant="default" onClick={() => setQuery(everybody)}>
                {t('list.showAll')}
              </Button>
            ) : (
              <Group>
                {imports && (
                  <Button variant="default" onClick={() => void navigate({ to: '/import' })}>
                    {t('list.import')}
                  </Button>
                )}
                {writes && <Button onClick={() => setCreating(true)}>{t('new.open')}</Button>}
              </Group>
            )
          }
        />
      ) : (
        <div ref={grid}>
          <DataGrid
            label={t('list.title')}
            columns={peopleColumns(t)}
            total={pages.total}
            rowAt={pages.rowAt}
            onWindow={pages.onWindow}
            sort={query.sort}
            descending={query.descending}
            onSort={(sort, descending) => setQuery({ ...query, sort, descending })}
            onOpen={(row) => open(row.id)}
            height="calc(100vh - 232px)"
          />
          <Text size="xs" c="dimmed" mt={6}>
            {t('list.keys')}
          </Text>
        </div>
      )}
      <NewPersonDialog opened={creating} onClose={() => setCreating(false)} onCreated={(person) => open(person.id)} />
    </>
  );
}
