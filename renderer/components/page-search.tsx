import { CloseButton, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './page-search.module.css'
import { Shortcut } from './shortcut.tsx'

interface Props {
  readonly value: string
  readonly onChange: (value: string) => void
  /** What is searched: `Search the queue`. */
  readonly label: string
}

/** The search box of a page: `/` puts the cursor here, Esc empties it. */
export function PageSearch({ value, onChange, label }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const focus = () => input.current?.focus()
  useHotkeys([['/', focus]])
  return (
    <TextInput
      ref={input}
      w={300}
      classNames={{ input: classes.input ?? '' }}
      type="search"
      role="searchbox"
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        if (value) onChange('')
        else event.currentTarget.blur()
      }}
      leftSection={<IconSearch size={14} aria-hidden="true" />}
      rightSectionWidth={28}
      rightSection={
        value ? (
          <CloseButton size="xs" aria-label={t('clearSearch')} onClick={() => onChange('')} />
        ) : (
          <Shortcut keys="/" />
        )
      }
    />
  )
}
