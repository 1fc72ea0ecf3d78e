import { Button, Grid, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type PlanBlock,
  type PlanFields,
  planFieldsSchema,
  planSize,
} from '../../../shared/domain/mitigation/prison-plan.ts';
import { useChange } from '../../lib/api.ts';
import { tellDone } from '../../lib/tell.tsx';
import { FormFailure } from '../people/forms/FormFailure.tsx';
import classes from './mitigation.module.css';
import { freeName, freePlace, moved, type PlanChange, resized } from './planMoves.ts';

interface PlanEditorProps {
  readonly plan: PlanFields;
  readonly version: number | null;
  /** Blocks that inmates live in and nobody has drawn. */
  readonly suggested: readonly string[];
  onSaved(): void;
}

/** Draws the blocks as rectangles: dragged, or moved with the arrow keys. */
export function PlanEditor({ plan, version, suggested, onSaved }: PlanEditorProps) {
  const { t } = useTranslation('mitigation');
  const save = useChange('mitigation.savePlan');
  const [blocks, setBlocks] = useState<readonly PlanBlock[]>(plan.blocks);
  const [chosen, setChosen] = useState<number | null>(null);
  const block = chosen === null ? undefined : blocks[chosen];
  const parsed = planFieldsSchema.safeParse({ blocks });
  const doubled = block !== undefined && blocks.some((other) => other !== block && other.block === block.block);

  const change = (place: number, next: PlanBlock): void =>
    setBlocks(blocks.map((each, index) => (index === place ? next : each)));
  function add(): void {
    const name = suggested.find((each) => blocks.every((other) => other.block !== each)) ?? freeName(blocks);
    setBlocks([...blocks, { block: name, name: '', capacity: 0, ...freePlace(blocks) }]);
    setChosen(blocks.length);
  }

  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('plan.hint')}
      </Text>
      <FormFailure error={save.error} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Sheet blocks={blocks} chosen={chosen} onChoose={setChosen} onChange={change} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="xs">
            <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add}>
              {t('plan.add')}
            </Button>
            {block === undefined || chosen === null ? (
              <Text size="sm" c="dimmed">
                {t('plan.none')}
              </Text>
            ) : (
              <BlockFields
                block={block}
                doubled={doubled}
                onChange={(next) => change(chosen, { ...block, ...next })}
                onRemove={() => {
                  setBlocks(blocks.filter((_, index) => index !== chosen));
                  setChosen(null);
                }}
              />
            )}
          </Stack>
        </Grid.Col>
      </Grid>
      <Group justify="flex-end">
        <Button
          disabled={!parsed.success}
          loading={save.isPending}
          onClick={() => {
            if (!parsed.success) return;
            save.mutate(
              { plan: parsed.data, version },
              {
                onSuccess: () => {
                  tellDone(t('plan.saved'));
                  onSaved();
                },
              },
            );
          }}
        >
          {t('plan.save')}
        </Button>
      </Group>
    </Stack>
  );
}

interface SheetProps {
  readonly blocks: readonly PlanBlock[];
  readonly chosen: number | null;
  onChoose(place: number): void;
  onChange(place: number, block: PlanBlock): void;
}

function Sheet({ blocks, chosen, onChoose, onChange }: SheetProps) {
  const { t } = useTranslation('mitigation');
  const sheet = useRef<SVGSVGElement>(null);
  /** Where within the block it was taken hold of. */
  const held = useRef<{ place: number; x: number; y: number } | null>(null);

  /** A point of the window in squares of the sheet. */
  function squareAt(event: PointerEvent): { x: number; y: number } {
    const box = sheet.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - box.left) / box.width) * planSize.width,
      y: ((event.clientY - box.top) / box.height) * planSize.height,
    };
  }
  function take(event: PointerEvent<SVGGElement>, place: number): void {
    const block = blocks[place];
    if (block === undefined) return;
    onChoose(place);
    const { x, y } = squareAt(event);
    held.current = { place, x: x - block.x, y: y - block.y };
    event.currentTarget.setPointerCapture(event.pointerId);
  }
  function drag(event: PointerEvent): void {
    const grip = held.current;
    const block = grip === null ? undefined : blocks[grip.place];
    if (grip === null || block === undefined) return;
    const { x, y } = squareAt(event);
    onChange(grip.place, moved(block, { x: Math.round(x - grip.x) - block.x, y: Math.round(y - grip.y) - block.y }));
  }
  function key(event: KeyboardEvent, place: number): void {
    const step = steps[event.key];
    const block = blocks[place];
    if (step === undefined || block === undefined) return;
    event.preventDefault();
    onChoose(place);
    onChange(place, event.shiftKey ? resized(block, step) : moved(block, step));
  }

  return (
    <svg
      ref={sheet}
      className={classes.sheet}
      viewBox={`0 0 ${planSize.width} ${planSize.height}`}
      role="group"
      aria-label={t('plan.sheet')}
      onPointerMove={drag}
      onPointerUp={() => {
        held.current = null;
      }}
    >
      <g className={classes.grid} aria-hidden>
        {Array.from({ length: planSize.width / 4 }, (_, line) => (
          <line key={`x${line}`} x1={line * 4} x2={line * 4} y1={0} y2={planSize.height} />
        ))}
        {Array.from({ length: Math.ceil(planSize.height / 4) }, (_, line) => (
          <line key={`y${line}`} x1={0} x2={planSize.width} y1={line * 4} y2={line * 4} />
        ))}
      </g>
      {blocks.map(({ block, x, y, width, height }, place) => (
        <g
          // A block is renamed while it is drawn; its place in the list is what it keeps.
          // oxlint-disable-next-line react/no-array-index-key
          key={place}
          role="button"
          tabIndex={0}
          className={classes.focusable}
          aria-label={t('block.named', { block })}
          aria-pressed={place === chosen}
          onPointerDown={(event) => take(event, place)}
          onKeyDown={(event) => key(event, place)}
          onFocus={() => onChoose(place)}
        >
          <rect
            className={classes.block}
            data-chosen={place === chosen}
            x={x}
            y={y}
            width={width}
            height={height}
            rx={0.2}
          />
          <text className={classes.name} x={x + 0.4} y={y + 1.3}>
            {block}
          </text>
        </g>
      ))}
    </svg>
  );
}

const steps: Readonly<Record<string, PlanChange | undefined>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface BlockFieldsProps {
  readonly block: PlanBlock;
  readonly doubled: boolean;
  onChange(fields: Partial<PlanBlock>): void;
  onRemove(): void;
}

function BlockFields({ block, doubled, onChange, onRemove }: BlockFieldsProps) {
  const { t } = useTranslation('mitigation');
  const number = (name: 'capacity' | 'x' | 'y' | 'width' | 'height', max: number, min = 0) => (
    <NumberInput
      label={t(`plan.${name}`)}
      min={min}
      max={max}
      clampBehavior="strict"
      allowDecimal={false}
      value={block[name]}
      onChange={(value) => {
        if (typeof value === 'number') onChange({ [name]: value });
      }}
    />
  );
  return (
    <Stack gap="xs">
      <TextInput
        label={t('plan.block')}
        description={t('plan.blockHint')}
        maxLength={20}
        value={block.block}
        error={doubled ? t('errors:block-twice') : undefined}
        onChange={(event) => onChange({ block: event.currentTarget.value.toUpperCase() })}
      />
      <TextInput
        label={t('plan.name')}
        maxLength={80}
        value={block.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      {number('capacity', 10_000)}
      <Group grow>
        {number('x', planSize.width - block.width)}
        {number('y', planSize.height - block.height)}
      </Group>
      <Group grow>
        {number('width', planSize.width - block.x, 1)}
        {number('height', planSize.height - block.y, 1)}
      </Group>
      <Button variant="default" color="red" leftSection={<IconTrash size={16} />} onClick={onRemove}>
        {t('plan.remove')}
      </Button>
    </Stack>
  );
}
