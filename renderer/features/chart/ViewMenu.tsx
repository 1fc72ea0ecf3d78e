import { Button, Menu } from '@mantine/core';
import { IconCheck, IconDeviceFloppy, IconEdit, IconLayoutBoard, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chart, ChartState } from '../../../shared/domain/chart.ts';
import { call } from '../../lib/api.ts';
import { offerUndo, tellError } from '../../lib/tell.tsx';
import { TextDialog } from './TextDialog.tsx';

export interface ViewChoice {
  readonly views: readonly Chart[];
  /** The view on the screen; null for the case's own chart. */
  readonly view: Chart | null;
  /** Goes to another one once what was done to this one is written. */
  onGo(viewId: string | null): Promise<void>;
}

interface ViewMenuProps extends ViewChoice {
  readonly caseId: string;
  readonly writes: boolean;
  /** As the chart stands now. */
  readonly state: () => ChartState;
}

const longestName = 80;

/** The case's own chart and the views saved under a name. */
export function ViewMenu({ caseId, writes, views, view, state, onGo }: ViewMenuProps) {
  const { t } = useTranslation('chart');
  const [naming, setNaming] = useState<'new' | 'change' | null>(null);
  const attempt = (work: () => Promise<void>): void => void work().catch(tellError);
  const go = (id: string | null): void => attempt(() => onGo(id));

  async function name(text: string): Promise<void> {
    setNaming(null);
    if (naming === 'change' && view !== null)
      await call('charts.renameView', { id: view.id, version: view.version, name: text });
    if (naming === 'new') {
      const made = await call('charts.createView', { caseId, name: text, state: state() });
      await onGo(made.id);
    }
  }

  async function remove(gone: Chart): Promise<void> {
    await onGo(null);
    const { undoId } = await call('charts.removeView', { id: gone.id, version: gone.version });
    offerUndo(undoId, t('view.removed', { name: gone.name }));
  }

  const mark = (shown: boolean) => (shown ? <IconCheck size={14} /> : <span className="visually-hidden" />);
  return (
    <>
      <Menu width={260}>
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconLayoutBoard size={15} />} maw={190}>
            {view?.name ?? t('view.own')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          <Menu.Item leftSection={mark(view === null)} onClick={() => go(null)}>
            {t('view.own')}
          </Menu.Item>
          {views.map(({ id, name: title }) => (
            <Menu.Item key={id} leftSection={mark(view?.id === id)} onClick={() => go(id)}>
              {title}
            </Menu.Item>
          ))}
          {writes && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconDeviceFloppy size={14} />} onClick={() => setNaming('new')}>
                {t('view.saveAs')}
              </Menu.Item>
            </>
          )}
          {writes && view !== null && (
            <>
              <Menu.Item leftSection={<IconEdit size={14} />} onClick={() => setNaming('change')}>
                {t('view.rename')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => attempt(() => remove(view))}>
                {t('view.remove')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming !== null && (
        <TextDialog
          title={t(naming === 'new' ? 'view.saveAs' : 'view.rename')}
          label={t('view.name')}
          initial={naming === 'change' ? (view?.name ?? '') : ''}
          longest={longestName}
          onSave={(text) => attempt(() => name(text))}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}
