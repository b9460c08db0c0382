import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Shortcut } from './shortcut.tsx'

interface Props {
  readonly label: string
  readonly onClick: () => void
}

/** The way back, before a page's title. The page binds Escape to the same. */
export function BackButton({ label, onClick }: Props) {
  return (
    <Tooltip
      label={
        <>
          {label} <Shortcut keys="Escape" />
        </>
      }
    >
      <ActionIcon aria-label={label} aria-keyshortcuts="Escape" onClick={onClick}>
        <IconArrowLeft size={16} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  )
}
