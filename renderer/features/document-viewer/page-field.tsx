import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './viewer.module.css'

interface Props {
  /** Counted from 0. */
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
}

/** The page number, to be read and to be typed: Enter goes there, Esc leaves it as it was. */
export function PageField({ page, pages, onPage }: Props) {
  const { t } = useTranslation('viewer')
  const [typed, setTyped] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolling on makes half-typed digits stale.
  useEffect(() => setTyped(undefined), [page, pages])
  if (pages === 1) return <span className={classes.pages}>{t('onePage')}</span>
  const go = () => {
    const wanted = Number.parseInt(typed ?? '', 10)
    setTyped(undefined)
    if (wanted >= 1) onPage(Math.min(wanted, pages) - 1)
  }
  return (
    <span className={classes.pages}>
      <input
        className={classes.pageInput}
        inputMode="numeric"
        aria-label={t('page', { page: page + 1, pages })}
        value={typed ?? String(page + 1)}
        onChange={(event) => setTyped(event.currentTarget.value.replace(/\D/g, '').slice(0, 5))}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setTyped(undefined)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go()
          if (event.key === 'Escape') {
            setTyped(undefined)
            event.currentTarget.blur()
          }
        }}
      />
      <span aria-hidden="true">{t('ofPages', { pages })}</span>
    </span>
  )
}
