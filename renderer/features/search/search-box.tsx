import { Button, Loader } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Shortcut } from '../../components/shortcut.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useProblemText } from '../../i18n/problem-text.ts'
import { useCatalogueWords } from '../catalogue/use-words.ts'
import classes from './search.module.css'
import { SearchOption } from './search-option.tsx'
import { optionGroups } from './search-options.ts'
import { usePlaces } from './use-places.ts'
import { useSearch } from './use-search.ts'

const TYPING_MS = 140

interface Props {
  readonly workspace: string
  readonly onClose: () => void
}

/** The box over everything: pages by their names, rows of every table by their words, references and ids. */
export function SearchBox({ workspace, onClose }: Props) {
  const { t } = useTranslation('search')
  const { t: common } = useTranslation()
  const navigate = useNavigate()
  const list = useId()
  const words = useCatalogueWords(workspace)
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), TYPING_MS)
  const places = usePlaces(workspace, typed.trim())
  const search = useSearch(workspace, text)
  const [chosen, setChosen] = useState<string>()
  const groups = optionGroups(workspace, places, typed.trim() === '' ? undefined : search.answer)
  const options = groups.flatMap((group) => group.options)
  const at = Math.max(
    0,
    options.findIndex(({ id }) => id === chosen),
  )
  const idOf = (place: number) => `${list}-${place}`
  const go = (to: string | undefined) => {
    if (to === undefined) return
    onClose()
    void navigate(to)
  }
  const step = (by: number) => setChosen(options[(at + by + options.length) % options.length]?.id)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key) || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (event.key === 'Enter') go(options[at]?.to)
    else if (options.length > 0) step(event.key === 'ArrowDown' ? 1 : -1)
  }
  return (
    <div className={classes.box}>
      <div className={classes.head}>
        <IconSearch size={17} stroke={1.7} aria-hidden="true" />
        <input
          data-autofocus
          className={classes.input}
          role="combobox"
          aria-label={t('title')}
          aria-expanded={options.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={options.length > 0 ? idOf(at) : undefined}
          placeholder={t('placeholder')}
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setChosen(undefined)
          }}
          onKeyDown={onKeyDown}
        />
        {search.searching && <Loader size={14} aria-hidden="true" />}
        <Button size="compact-xs" onClick={onClose} aria-label={common('close')}>
          <Shortcut keys="Escape" />
        </Button>
      </div>
      <div id={list} role="listbox" aria-label={t('found')} aria-busy={search.searching} className={classes.list}>
        {groups.map(({ relation, options: own }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options within a list box, which no element is.
          <div key={relation ?? ''} role="group" aria-label={relation === null ? t('goTo') : words.table(relation)}>
            <div className={classes.heading} aria-hidden="true">
              {relation === null ? t('goTo') : words.table(relation)}
            </div>
            {own.map((option) => {
              const place = options.indexOf(option)
              return (
                <SearchOption
                  key={option.id}
                  option={option}
                  search={option.kind === 'place' ? typed : (search.answer?.text ?? '')}
                  words={words}
                  active={place === at}
                  domId={idOf(place)}
                  onGo={() => go(option.to)}
                  onPoint={() => option.id !== chosen && setChosen(option.id)}
                />
              )
            })}
          </div>
        ))}
      </div>
      <Foot typed={typed.trim()} search={search} />
    </div>
  )
}

/** The line below that always says how the search stands. */
function Foot({ typed, search }: { readonly typed: string; readonly search: ReturnType<typeof useSearch> }) {
  const { t } = useTranslation('search')
  const { t: common } = useTranslation()
  const format = useFormat()
  const problemText = useProblemText()
  const { answer, problem, searching } = search
  const all = Object.values(answer?.rows ?? {}).reduce((sum, rows) => sum + rows, 0)
  const words = () => {
    if (typed === '') return t('hint')
    if (problem) return problemText(problem)
    if (searching || answer?.text !== typed) return t('searching')
    if (all === 0) return t('nothing', { text: typed })
    return t('rows', { count: all, number: format.number(all) })
  }
  return (
    <div className={classes.foot} role="status">
      <span>{words()}</span>
      {problem && (
        <Button size="compact-xs" onClick={search.retry}>
          {common('retry')}
        </Button>
      )}
    </div>
  )
}
