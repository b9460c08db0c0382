/**
 * The one list of colours. Mantine, AG Grid and every style sheet read them as `--o-<name>`.
 * Text levels (`text`, `second`, `third`) and marks keep a contrast of 4.5:1 on every surface; a test measures it.
 */
const light = {
  bg: '#fbfbfc',
  panel: '#ffffff',
  side: '#f4f5f7',
  rail: '#ebedf0',
  line: '#e3e5e9',
  'line-strong': '#c3c8d0',
  control: '#7c8593',
  hover: '#eef0f3',
  text: '#1b1f26',
  second: '#505a68',
  third: '#626c7a',
  accent: '#0f766e',
  'accent-hover': '#0b5f59',
  'accent-soft': '#e6f4f2',
  'on-accent': '#ffffff',
  positive: '#15783b',
  pending: '#a84b06',
  'pending-soft': '#fdf0de',
  'on-pending': '#ffffff',
  conflict: '#6d28d9',
  'conflict-soft': '#f1eafe',
  rejected: '#b42318',
  'rejected-soft': '#fdecea',
  'on-rejected': '#ffffff',
  proposed: '#1d4ed8',
  'proposed-soft': '#e8eefe',
  stale: '#626c7a',
  'stale-soft': '#eef0f3',
  shadow: '0 6px 24px rgb(16 24 40 / 14%), 0 1px 3px rgb(16 24 40 / 10%)',
} as const

export type Token = keyof typeof light

const dark: Record<Token, string> = {
  bg: '#121417',
  panel: '#16191d',
  side: '#111316',
  rail: '#0c0e10',
  line: '#262a30',
  'line-strong': '#3b414a',
  control: '#6b7482',
  hover: '#1d2126',
  text: '#e7e9ed',
  second: '#a3acb9',
  third: '#8892a2',
  accent: '#2dd4bf',
  'accent-hover': '#5ce0cf',
  'accent-soft': '#0f2f2c',
  'on-accent': '#04211e',
  positive: '#4ade80',
  pending: '#fbbf24',
  'pending-soft': '#33240a',
  'on-pending': '#1b1203',
  conflict: '#c4b5fd',
  'conflict-soft': '#2a1f47',
  rejected: '#f97066',
  'rejected-soft': '#3a1715',
  'on-rejected': '#2a0906',
  proposed: '#93b4ff',
  'proposed-soft': '#16254a',
  stale: '#8892a2',
  'stale-soft': '#1d2126',
  shadow: '0 8px 28px rgb(0 0 0 / 55%), 0 0 0 1px #262a30',
}

export const tokens: Readonly<Record<'light' | 'dark', Readonly<Record<Token, string>>>> = { light, dark }

/** Row heights in pixels by density: the grid and every list use the same. */
export const rowHeight = { compact: 28, normal: 32, comfortable: 40 } as const

/** `var(--o-<name>)`, for style props and for AG Grid's parameters. */
export function token(name: Token): string {
  return `var(--o-${name})`
}
