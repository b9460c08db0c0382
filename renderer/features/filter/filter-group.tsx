import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Relation } from '#shared/contract/catalogue.ts'
import { ConditionChip } from './condition-chip.tsx'
import { ConditionPopover } from './condition-popover.tsx'
import classes from './filter.module.css'
import { added, type Group, isGroup, type Path, partsOf, removed, replaced, turned } from './filter-tree.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  /** The whole filter. */
  readonly root: Group
  /** The group in it that is shown, and its place. */
  readonly group: Group
  readonly path: Path
  readonly onChange: (root: Group) => void
}

/** The parts of a group with the word between them that says whether all must hold; a click on it turns it. */
export function FilterGroup({ workspace, relation, root, group, path, onChange }: Props) {
  const { t } = useTranslation('filter')
  const all = 'all' in group
  return partsOf(group).map((part, place) => {
    const own = [...path, place]
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part of a filter is known by nothing but its place.
      <Fragment key={place}>
        {place > 0 && (
          <Tooltip label={t(all ? 'turnToAny' : 'turnToAll')} multiline maw={240}>
            <button
              type="button"
              className={classes.joint}
              aria-description={t(all ? 'turnToAny' : 'turnToAll')}
              onClick={() => onChange(turned(root, path))}
            >
              {t(all ? 'all' : 'any')}
            </button>
          </Tooltip>
        )}
        {isGroup(part) ? (
          <fieldset className={classes.group} aria-label={t('group')}>
            <FilterGroup
              workspace={workspace}
              relation={relation}
              root={root}
              group={part}
              path={own}
              onChange={onChange}
            />
            <AddToGroup workspace={workspace} relation={relation} root={root} path={own} onChange={onChange} />
          </fieldset>
        ) : (
          <ConditionChip
            workspace={workspace}
            relation={relation}
            condition={part}
            onChange={(condition) => onChange(replaced(root, own, condition))}
            onRemove={() => onChange(removed(root, own))}
          />
        )}
      </Fragment>
    )
  })
}

function AddToGroup({ workspace, relation, root, path, onChange }: Omit<Props, 'group'>) {
  const { t } = useTranslation('filter')
  const [opened, setOpened] = useState(false)
  return (
    <ConditionPopover
      workspace={workspace}
      relation={relation}
      opened={opened}
      onApply={(condition) => onChange(added(root, path, condition))}
      onClose={() => setOpened(false)}
    >
      <ActionIcon size={22} aria-label={t('addTo')} onClick={() => setOpened(true)}>
        <IconPlus size={13} />
      </ActionIcon>
    </ConditionPopover>
  )
}
