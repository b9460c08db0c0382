import { Button, Divider, Group, Popover, Stack, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/format.ts'
import type { AuditChoice } from './audit-choice.ts'

interface Props {
  readonly choice: AuditChoice
  readonly onChange: (change: Pick<AuditChoice, 'days' | 'from' | 'to'>) => void
}

const LAST = ['1', '7', '30', '90'] as const

/** Narrows the log in time: to the last days, or from one day to another. */
export function WhenFilter({ choice: { days, from, to }, onChange }: Props) {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const last = LAST.find((one) => Number(one) === days)
  const range = [from && format.day(from), to && format.day(to)].map((day) => day || '…').join(' – ')
  const chosen = days !== null || from !== null || to !== null
  const label = last ? t(`last.${last}`) : from || to ? range : t('when')
  return (
    <Popover position="bottom-start" width={330} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant={chosen ? 'light' : 'default'}
          rightSection={<IconChevronDown size={13} aria-hidden="true" />}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('when')}>
        <Stack gap="xs">
          {LAST.map((one) => (
            <Button
              key={one}
              size="compact-sm"
              variant={one === last ? 'light' : 'subtle'}
              color={one === last ? 'accent' : 'gray'}
              aria-pressed={one === last}
              justify="flex-start"
              onClick={() => onChange({ days: Number(one), from: null, to: null })}
            >
              {t(`last.${one}`)}
            </Button>
          ))}
          <Divider />
          <Group gap="sm" grow>
            <TextInput
              type="date"
              label={t('from')}
              value={from ?? ''}
              max={to ?? undefined}
              onChange={(event) => onChange({ days: null, from: event.currentTarget.value || null, to })}
            />
            <TextInput
              type="date"
              label={t('to')}
              value={to ?? ''}
              min={from ?? undefined}
              onChange={(event) => onChange({ days: null, from, to: event.currentTarget.value || null })}
            />
          </Group>
          <Button size="compact-sm" disabled={!chosen} onClick={() => onChange({ days: null, from: null, to: null })}>
            {t('anyTime')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
