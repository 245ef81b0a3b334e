import {
  Anchor,
  Badge,
  Button,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Modal,
  Notification,
  Paper,
  Table,
  Tooltip,
} from '@mantine/core';

const ink: MantineColorsTuple = [
  '#eef5fa',
  '#dde9f2',
  '#bad2e4',
  '#93bad7',
  '#73a6cc',
  '#5d97c3',
  '#4184b5',
  '#2f709f',
  '#1f5f8b',
  '#154c72',
];

/** Grays with a blue tint, matching the text color. */
const dark: MantineColorsTuple = [
  '#d5dbe0',
  '#aeb8c0',
  '#8b96a0',
  '#66717b',
  '#424b54',
  '#343b42',
  '#252b31',
  '#1a1e22',
  '#15181c',
  '#101316',
];

export const theme = createTheme({
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 7 },
  defaultRadius: 'md',
  fontFamily: "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'Inter', Roboto, 'Helvetica Neue', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace",
  fontSizes: { xs: '0.78rem', sm: '0.875rem', md: '0.95rem', lg: '1.075rem', xl: '1.25rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.075rem', lineHeight: '1.4' },
      h3: { fontSize: '0.95rem', lineHeight: '1.45' },
    },
  },
  components: {
    Anchor: Anchor.extend({ defaultProps: { underline: 'hover' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'default', radius: 'sm', tt: 'none', fw: 550 } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        closeButtonProps: { 'aria-label': 'Close' },
        overlayProps: { backgroundOpacity: 0.45 },
        transitionProps: { duration: 120 },
      },
    }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close message' } } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'md' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'md' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 250, events: { hover: true, focus: true, touch: true } } }),
  },
});

/**
 * Sets grays that have a contrast of at least 4.5:1, and a page background that differs slightly from that of the
 * cards.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a6570',
    '--mantine-color-placeholder': '#6a747e',
    '--mantine-color-default-border': '#dfe4e8',
    '--mantine-color-error': '#b42318',
    '--page': '#f6f8f9',
    '--tone-ok': '#1a7f4b',
    '--tone-warn': '#9a6400',
    '--tone-bad': '#b42318',
    '--tone-busy': '#1f5f8b',
    '--tone-idle': '#5a6570',
  },
  dark: {
    '--mantine-color-dimmed': '#9ba6b0',
    '--mantine-color-placeholder': '#8b96a0',
    '--mantine-color-default-border': '#333a41',
    '--mantine-color-error': '#ff8f85',
    '--mantine-color-anchor': '#8cc0e6',
    '--page': '#13161a',
    '--tone-ok': '#4cc38a',
    '--tone-warn': '#f0b84a',
    '--tone-bad': '#ff8f85',
    '--tone-busy': '#8cc0e6',
    '--tone-idle': '#9ba6b0',
  },
});
