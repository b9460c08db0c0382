import { useTranslation } from 'react-i18next'
import classes from './shortcut.module.css'

const onMac = navigator.platform.startsWith('Mac')

interface Props {
  /** As `useHotkeys` takes it: `mod+Enter`, `shift+R`, `A`. */
  readonly keys: string
}

/** The keys that do the same as the button or the menu entry they stand in. Hidden from readers: `aria-keyshortcuts` tells them. */
export function Shortcut({ keys }: Props) {
  const { t } = useTranslation()
  const names: Record<string, string> = {
    mod: onMac ? t('keys.modMac') : t('keys.mod'),
    Enter: t('keys.enter'),
    shift: t('keys.shift'),
    Escape: t('keys.esc'),
  }
  const words = keys.split('+').map((key) => names[key] ?? key)
  return (
    <span className={classes.keys} aria-hidden="true">
      {words.join(words.some((word) => word.length > 2) ? ' ' : '')}
    </span>
  )
}
