import { Button, Select } from '@mantine/core'
import { useClickOutside } from '@mantine/hooks'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Condition } from '#shared/model/filter.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useCatalogueWords } from '../catalogue/use-words.ts'
import { blank, conditionOf, type Draft, draftOf, isMistake, type Mistake } from './condition-draft.ts'
import classes from './filter.module.css'
import { type Operator, operatorsFor } from './operators.ts'
import { useOperatorWords } from './use-condition-words.ts'
import { ValueInput } from './value-input.tsx'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  /** The condition that is changed; without it, a new one is made. */
  readonly condition?: Condition | undefined
  readonly onApply: (condition: Condition) => void
  readonly onClose: () => void
}

/** The lists of choices of its inputs lie outside it on the page. */
const FLOATING = '[data-portal], [data-mantine-shared-portal-node], [role="listbox"]'

/** One condition as a small form: a column, a comparison, and what to compare with. */
export function ConditionEditor({ workspace, relation, condition, onApply, onClose }: Props) {
  const { t } = useTranslation('filter')
  const { t: common } = useTranslation()
  const words = useCatalogueWords(workspace)
  const operatorWords = useOperatorWords()
  const { data: catalogue } = useCatalogue(workspace)
  const [draft, setDraft] = useState<Draft | null>(() => {
    const known = relation.columns.find(({ name }) => name === condition?.column)
    return condition && known ? draftOf(condition, known) : null
  })
  const [mistake, setMistake] = useState<Mistake>()
  const box = useClickOutside((event) => {
    if (!(event.target instanceof Element && event.target.closest(FLOATING))) onClose()
  })
  const column = relation.columns.find(({ name }) => name === draft?.column)
  const change = (next: Partial<Draft>) => {
    setMistake(undefined)
    setDraft((before) => before && { ...before, ...next })
  }
  const apply = () => {
    if (!draft || !column) return
    const outcome = conditionOf(draft, column)
    if (isMistake(outcome)) return setMistake(outcome)
    onApply(outcome)
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Its first Escape closes an open list of choices.
    const isListOpen = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
    if (event.key !== 'Escape' || isListOpen) return
    event.stopPropagation()
    onClose()
  }
  const operators = column ? operatorsFor(column) : []
  const offered = draft && !operators.includes(draft.operator) ? [draft.operator, ...operators] : operators
  return (
    <form
      ref={box}
      className={classes.editor}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <Select
        label={t('column')}
        searchable
        openOnFocus={!condition}
        data={relation.columns
          .filter((one) => operatorsFor(one).length > 0)
          .map(({ name }) => ({ value: name, label: words.column(relation.relation, name) }))}
        value={draft?.column ?? null}
        onChange={(name) => {
          const next = relation.columns.find((one) => one.name === name)
          setMistake(undefined)
          setDraft(next ? blank(next) : null)
        }}
        nothingFoundMessage={common('none')}
      />
      {draft && column && (
        <>
          <Select
            label={t('comparison')}
            data={offered.map((one) => ({ value: one, label: operatorWords(one, column) }))}
            value={draft.operator}
            onChange={(operator) => operator && change({ operator: operator as Operator })}
          />
          <ValueInput
            key={`${column.name} ${draft.operator}`}
            workspace={workspace}
            relation={relation}
            column={column}
            target={catalogue?.relations.find((one) => one.relation === column.references?.relation)}
            draft={draft}
            mistake={mistake}
            onChange={change}
          />
        </>
      )}
      <div className={classes.buttons}>
        <Button size="compact-sm" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button
          size="compact-sm"
          type="submit"
          variant="filled"
          disabled={!draft}
          rightSection={<Shortcut keys="Enter" />}
        >
          {t('apply')}
        </Button>
      </div>
    </form>
  )
}
