import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Condition } from '#shared/model/filter.ts'
import { ConditionPopover } from './condition-popover.tsx'
import classes from './filter.module.css'
import { useConditionWords } from './use-condition-words.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly condition: Condition
  readonly onChange: (condition: Condition) => void
  readonly onRemove: () => void
}

/** One condition: a click, or Enter, changes it; its cross, or Delete, takes it away. */
export function ConditionChip({ workspace, relation, condition, onChange, onRemove }: Props) {
  const { t } = useTranslation('filter')
  const { column, operator, value } = useConditionWords(workspace, relation, condition)
  const [opened, setOpened] = useState(false)
  const words = [column, operator, value].filter(Boolean).join(' ')
  return (
    <span className={classes.chip}>
      <ConditionPopover
        workspace={workspace}
        relation={relation}
        condition={condition}
        opened={opened}
        onApply={onChange}
        onClose={() => setOpened(false)}
      >
        <button
          type="button"
          className={classes.words}
          aria-label={t('edit', { condition: words })}
          aria-keyshortcuts="Delete"
          title={words}
          onClick={() => setOpened(true)}
          onKeyDown={(event) => {
            if (event.key !== 'Delete' && event.key !== 'Backspace') return
            event.preventDefault()
            onRemove()
          }}
        >
          <span className={classes.column}>{column}</span> {operator} {value && <strong>{value}</strong>}
        </button>
      </ConditionPopover>
      <button type="button" className={classes.cross} aria-label={t('remove', { condition: words })} onClick={onRemove}>
        <IconX size={13} stroke={2} aria-hidden="true" />
      </button>
    </span>
  )
}
