import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Input,
  type MantineColorsTuple,
  Modal,
  Notification,
  Table,
  Text,
  Tooltip,
} from '@mantine/core';

/** The one petrol: a petrol green-blue that stays readable on white (7) and on slate (4). */
const petrol: MantineColorsTuple = [
  '#e8f4f4',
  '#d2e8e9',
  '#a5d0d3',
  '#7abcc0',
  '#54a9ae',
  '#35939a',
  '#1f858c',
  '#0f7178',
  '#075f65',
  '#034b50',
];

const gray: MantineColorsTuple = [
  '#f6f8f9',
  '#edf0f3',
  '#e0e5ea',
  '#cfd7de',
  '#aeb9c4',
  '#8592a0',
  '#586675',
  '#435060',
  '#2e3a47',
  '#1c2530',
];

const dark: MantineColorsTuple = [
  '#d8e0e7',
  '#b6c2cd',
  '#97a5b3',
  '#71808e',
  '#3d4a57',
  '#303c47',
  '#222c35',
  '#192129',
  '#131a20',
  '#0d1318',
];

/** Shade 7 carries white text at AA; Mantine's own red does not. */
const red: MantineColorsTuple = [
  '#fdf0ef',
  '#f9dcda',
  '#f0b9b5',
  '#e6938d',
  '#dc6c64',
  '#cf4a41',
  '#c2342b',
  '#b3261e',
  '#951d17',
  '#771511',
];

/** How loud a message is. Mantine's own light fills shout on a dark page, so an alert takes its colours from our tokens. */
const tones: Readonly<Record<string, 'bad' | 'warn' | 'good'>> = {
  red: 'bad',
  yellow: 'warn',
  orange: 'warn',
  green: 'good',
  teal: 'good',
};

/** The head of a dialog is a `header`, which a screen reader would take for a second banner of the page. */
const dialogHeader = { header: { role: 'presentation' } } as const;
const dialogTitle = { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 600 };
const veil = { backgroundOpacity: 0.4 };

/** Sizes are in rem so that a larger text setting carries through; the grid is 4 px. */
export const theme = createTheme({
  colors: { petrol, gray, dark, red },
  primaryColor: 'petrol',
  primaryShade: 7,
  autoContrast: true,
  black: '#1c2530',
  fontFamily: '"IBM Plex Sans", "Segoe UI", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.35' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  components: {
    Alert: Alert.extend({
      defaultProps: { p: 'sm' },
      vars: (_theme, { color }) => {
        const tone = tones[color ?? ''] ?? 'calm';
        return {
          root: {
            '--alert-bg': `var(--${tone}-surface)`,
            '--alert-color': `var(--${tone}-text)`,
            '--alert-bd': `1px solid var(--${tone}-line)`,
          },
        };
      },
    }),
    Drawer: Drawer.extend({
      defaultProps: { overlayProps: veil, padding: 'lg', attributes: dialogHeader },
      styles: { title: dialogTitle },
    }),
    Input: Input.extend({
      defaultProps: { size: 'sm' },
      vars: (_theme, props) => ({
        wrapper: props.size === undefined || props.size === 'sm' ? { '--input-height': '2rem' } : {},
      }),
    }),
    Button: Button.extend({
      // Named, so that it takes shade 7 and not the paler one of focus rings, on which white could not be read.
      defaultProps: { size: 'sm', variant: 'filled' },
      vars: (_theme, props) => ({
        root:
          props.size === undefined || props.size === 'sm'
            ? { '--button-height': '2rem', '--button-padding-x': '0.75rem' }
            : {},
      }),
      styles: { label: { fontWeight: 500 } },
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Badge: Badge.extend({ defaultProps: { radius: 'xs', tt: 'none', fw: 500 } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        transitionProps: { duration: 0 },
        padding: 'lg',
        overlayProps: veil,
        attributes: dialogHeader,
      },
      styles: { title: dialogTitle },
    }),
    Notification: Notification.extend({
      defaultProps: { withBorder: true },
      styles: {
        icon: {
          background: 'none',
          color: 'var(--notification-color)',
          height: '1.25rem',
          marginInlineEnd: '0.5rem',
          width: '1.25rem',
        },
        root: { boxShadow: 'var(--mantine-shadow-md)', paddingInlineStart: '0.75rem' },
      },
    }),
    Table: Table.extend({
      defaultProps: { horizontalSpacing: 'sm', borderColor: 'var(--line)' },
      styles: {
        th: { color: 'var(--mantine-color-dimmed)', fontSize: 'var(--mantine-font-size-xs)', fontWeight: 600 },
      },
    }),
    Text: Text.extend({ defaultProps: { size: 'sm' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: false } } }),
  },
});

/** Colours that Mantine takes from shades too pale for AA on our palette, and the few tokens of our own. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--nav-width': '13rem',
    '--nav-width-folded': '3.25rem',
    '--bar-height': '2.75rem',
    '--row-height': '2rem',
  },
  light: {
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-error': '#b3261e',
    '--surface-sunken': gray[0],
    '--surface-hover': gray[1],
    '--surface-active': petrol[0],
    '--line': gray[2],
    '--line-strong': gray[3],
    '--accent-text': petrol[8],
    '--warn-text': '#8a4b00',
    '--warn-surface': '#fff5e3',
    '--warn-line': '#eed6ab',
    '--bad-text': '#b3261e',
    '--bad-surface': '#fdf0ef',
    '--bad-line': '#f0c9c6',
    '--good-text': '#22703a',
    '--good-surface': '#edf7f0',
    '--good-line': '#c3e2cd',
    '--calm-text': petrol[8],
    '--calm-surface': gray[1],
    '--calm-line': gray[3],
  },
  dark: {
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-error': '#ff9a92',
    '--surface-sunken': dark[8],
    '--surface-hover': dark[6],
    '--surface-active': '#1d3a3f',
    '--line': dark[5],
    '--line-strong': dark[4],
    '--accent-text': petrol[3],
    '--warn-text': '#f2bd6b',
    '--warn-surface': '#2c2618',
    '--warn-line': '#59482a',
    '--bad-text': '#ff9a92',
    '--bad-surface': '#2f2023',
    '--bad-line': '#63393b',
    '--good-text': '#85d09b',
    '--good-surface': '#1b2a24',
    '--good-line': '#335443',
    '--calm-text': petrol[3],
    '--calm-surface': dark[6],
    '--calm-line': dark[4],
    // A focus ring on the dark page needs a paler shade than what carries white text.
    '--mantine-primary-color-filled': petrol[4],
    '--mantine-primary-color-contrast': dark[9],
  },
});
