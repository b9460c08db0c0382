import { Popover } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Condition } from '#shared/model/filter.ts'
import { ConditionEditor } from './condition-editor.tsx'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly condition?: Condition
  readonly opened: boolean
  readonly onApply: (condition: Condition) => void
  readonly onClose: () => void
  /** The button that it hangs on. */
  readonly children: ReactElement
}

/** The editor of a condition, hanging on the button that opened it. */
export function ConditionPopover({ workspace, relation, condition, opened, onApply, onClose, children }: Props) {
  const { t } = useTranslation('filter')
  return (
    <Popover
      opened={opened}
      position="bottom-start"
      width={300}
      shadow="md"
      offset={5}
      trapFocus
      returnFocus
      closeOnClickOutside={false}
      closeOnEscape={false}
      transitionProps={{ duration: 80 }}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown aria-label={t(condition ? 'value' : 'add')}>
        <ConditionEditor
          workspace={workspace}
          relation={relation}
          condition={condition}
          onApply={onApply}
          onClose={onClose}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
