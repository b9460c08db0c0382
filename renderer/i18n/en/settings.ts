export const settings = {
  title: 'Settings',
  note: 'On this computer',
  theme: { label: 'Theme', system: 'As the system', light: 'Light', dark: 'Dark' },
  language: { label: 'Language', en: 'English', fr: 'Français' },
  density: { label: 'Density of lists', compact: 'Compact', normal: 'Normal', comfortable: 'Comfortable' },
  offline: {
    label: 'Work offline',
    hint: 'Nothing of {{workspace}} is sent or fetched. Your decisions are saved on this computer until you go online again.',
  },
} as const
