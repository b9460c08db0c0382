import { IconArrowRight } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/format.ts'
import type { CatalogueWords } from '../catalogue/use-words.ts'
import { MarkedText } from './marked-text.tsx'
import classes from './search.module.css'
import type { Option } from './search-options.ts'

interface Props {
  readonly option: Option
  /** What was searched for when the option was found. */
  readonly search: string
  readonly words: CatalogueWords
  readonly active: boolean
  readonly domId: string
  readonly onGo: () => void
  readonly onPoint: () => void
}

/** One line of the box. The box keeps the focus; what is active is told to readers by its id. */
export function SearchOption({ option, active, domId, onGo, onPoint, ...rest }: Props) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box that owns the list has the keys.
    <div
      ref={line}
      id={domId}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={classes.option}
      onClick={onGo}
      onMouseMove={onPoint}
    >
      <Content option={option} {...rest} />
    </div>
  )
}

function Content({ option, search, words }: Pick<Props, 'option' | 'search' | 'words'>) {
  const { t } = useTranslation('search')
  const format = useFormat()
  switch (option.kind) {
    case 'place': {
      const { icon: Shape, label, kind } = option.place
      return (
        <>
          <Shape size={16} stroke={1.6} aria-hidden="true" />
          <span className={classes.title}>
            <MarkedText text={label} search={search} />
          </span>
          <span className={classes.kind}>{t(`kind.${kind}`)}</span>
        </>
      )
    }
    case 'more':
      return (
        <>
          <IconArrowRight size={16} stroke={1.6} aria-hidden="true" />
          <span className={classes.soft}>{t('more', { count: option.rows, number: format.number(option.rows) })}</span>
        </>
      )
    case 'hit': {
      const { relation, title, found } = option.hit
      return (
        <>
          <span className={classes.title}>
            <MarkedText text={title} search={search} />
          </span>
          {found && (
            <span className={classes.found}>
              {words.column(relation, found.column)}: <MarkedText text={found.text} search={search} />
            </span>
          )}
        </>
      )
    }
  }
}
