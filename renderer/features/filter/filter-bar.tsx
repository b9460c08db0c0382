import { Button } from '@mantine/core'
import { IconBracketsContain, IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Filter } from '#shared/model/filter.ts'
import { ConditionPopover } from './condition-popover.tsx'
import classes from './filter.module.css'
import { FilterGroup } from './filter-group.tsx'
import { added, asFilter, asGroup, type Group, partsOf } from './filter-tree.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly filter: Filter | null
  /** What the list holds, said while nothing narrows it. */
  readonly hint: string | null
  readonly onChange: (filter: Filter | null) => void
}

/** What narrows a list, condition by condition, and the way to more of them. */
export function FilterBar({ workspace, relation, filter, hint, onChange }: Props) {
  const { t } = useTranslation('filter')
  const [adding, setAdding] = useState<'condition' | 'group'>()
  const bar = useRef<HTMLFieldSetElement>(null)
  const root = asGroup(filter)
  const isEmpty = partsOf(root).length === 0
  const change = (next: Group) => {
    onChange(asFilter(next))
    // What had the focus may be gone; whoever works by keyboard goes on from here.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) bar.current?.querySelector<HTMLElement>('[data-add]')?.focus()
    })
  }
  return (
    <fieldset ref={bar} className={classes.bar} aria-label={t('bar')}>
      <FilterGroup workspace={workspace} relation={relation} root={root} group={root} path={[]} onChange={change} />
      <ConditionPopover
        workspace={workspace}
        relation={relation}
        opened={adding === 'condition'}
        onApply={(condition) => change(added(root, [], condition))}
        onClose={() => setAdding(undefined)}
      >
        <Button
          data-add
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconPlus size={13} aria-hidden="true" />}
          onClick={() => setAdding('condition')}
        >
          {t('add')}
        </Button>
      </ConditionPopover>
      {isEmpty && hint && (
        <p className={classes.hint} title={hint}>
          {hint}
        </p>
      )}
      {!isEmpty && (
        <>
          <ConditionPopover
            workspace={workspace}
            relation={relation}
            opened={adding === 'group'}
            // Within a group that all parts must hold, the one that is worth its brackets is that of which one is enough.
            onApply={(condition) =>
              change(added(root, [], 'all' in root ? { any: [condition] } : { all: [condition] }))
            }
            onClose={() => setAdding(undefined)}
          >
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={<IconBracketsContain size={14} aria-hidden="true" />}
              onClick={() => setAdding('group')}
            >
              {t('addGroup')}
            </Button>
          </ConditionPopover>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onChange(null)}>
            {t('clear')}
          </Button>
        </>
      )}
    </fieldset>
  )
}
