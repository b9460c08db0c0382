import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Which } from './use-outbox.ts'

interface Props {
  readonly which: Which
  readonly onChange: (which: Which) => void
}

/** What the outbox lists. Buttons, not radios: those would keep the arrow keys that move the list. */
export function WhichFilter({ which, onChange }: Props) {
  const { t } = useTranslation('outbox')
  return (
    <Group gap={6} role="group" aria-label={t('which')}>
      {(['open', 'all'] as const).map((one) => (
        <Button
          key={one}
          size="compact-sm"
          variant={one === which ? 'light' : 'default'}
          aria-pressed={one === which}
          onClick={() => onChange(one)}
        >
          {t(one)}
        </Button>
      ))}
    </Group>
  )
}
