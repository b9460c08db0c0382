import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  Loader,
  type MantineColorsTuple,
  Menu,
  Modal,
  PasswordInput,
  Radio,
  SegmentedControl,
  Select,
  Switch,
  Textarea,
  TextInput,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core'
import { token, tokens } from './tokens.ts'

const accent: MantineColorsTuple = [
  '#e6f4f2',
  '#c9e9e5',
  '#99d9d1',
  '#5ce0cf',
  '#2dd4bf',
  '#14b8a6',
  '#0d9488',
  '#0f766e',
  '#0b5f59',
  '#084a45',
]

/** Mantine's dark neutrals, so that what it paints by itself lies in our greys. */
const dark: MantineColorsTuple = [
  '#e7e9ed',
  '#c9ced6',
  '#a3acb9',
  '#8892a2',
  '#3b414a',
  '#2f343c',
  '#262a30',
  '#1d2126',
  '#111316',
  '#0c0e10',
]

/** Filled parts take their text from the tokens: Mantine would choose it by the light shade alone. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const base = defaultVariantColorsResolver(input)
  const danger = input.color === 'danger'
  const name = danger ? 'rejected' : 'accent'
  if (input.variant === 'filled' && (danger || input.color === undefined || input.color === 'accent')) {
    const hover = danger ? `color-mix(in srgb, ${token('rejected')} 88%, ${token('text')})` : token('accent-hover')
    return { ...base, background: token(name), hover, hoverColor: token(`on-${name}`), color: token(`on-${name}`) }
  }
  return danger ? { ...base, color: token('rejected'), hoverColor: token('rejected') } : base
}

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent, dark },
  variantColorResolver,
  primaryShade: { light: 7, dark: 4 },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '5px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '20px', lineHeight: '1.3' } } },
  respectReducedMotion: true,
  cursorType: 'default',
  focusRing: 'auto',
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
    Button: Button.extend({
      defaultProps: { size: 'compact-md', variant: 'default', fw: 500 },
    }),
    Input: Input.extend({
      vars: () => ({
        wrapper: { '--input-height': '32px', '--input-fz': '13px', '--input-bg': token('panel') },
      }),
    }),
    Loader: Loader.extend({ defaultProps: { type: 'oval', size: 16 } }),
    Menu: Menu.extend({
      // The placeholder would be a first entry without a name to readers.
      defaultProps: { shadow: 'md', transitionProps: { duration: 80 }, loop: true, withInitialFocusPlaceholder: false },
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, transitionProps: { duration: 100 }, overlayProps: { backgroundOpacity: 0.35 } },
    }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'sm' } }),
    Radio: Radio.extend({ vars: () => ({ root: { '--radio-icon-color': token('on-accent') } }) }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'sm', transitionDuration: 100 } }),
    Select: Select.extend({ defaultProps: { size: 'sm', allowDeselect: false } }),
    Switch: Switch.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, transitionProps: { duration: 80 }, withArrow: false } }),
  },
})

/** Puts the tokens on the page, and points Mantine's own variables at them. */
export const resolveVariables: CSSVariablesResolver = () => {
  const scheme = (name: 'light' | 'dark'): Record<string, string> => ({
    ...Object.fromEntries(Object.entries(tokens[name]).map(([key, value]) => [`--o-${key}`, value])),
    '--mantine-color-body': token('bg'),
    '--mantine-color-text': token('text'),
    '--mantine-color-dimmed': token('second'),
    '--mantine-color-placeholder': token('third'),
    '--mantine-color-default': token('panel'),
    '--mantine-color-default-hover': token('hover'),
    '--mantine-color-default-color': token('text'),
    '--mantine-color-default-border': token('line'),
    '--mantine-color-error': token('rejected'),
    '--mantine-color-accent-filled': token('accent'),
    '--mantine-color-accent-filled-hover': token('accent-hover'),
    '--mantine-color-accent-light': token('accent-soft'),
    '--mantine-color-accent-light-hover': token('accent-soft'),
    '--mantine-color-accent-light-color': token('accent'),
    '--mantine-primary-color-contrast': token('on-accent'),
    '--mantine-shadow-md': token('shadow'),
    '--mantine-shadow-xl': token('shadow'),
  })
  return { variables: {}, light: scheme('light'), dark: scheme('dark') }
}
