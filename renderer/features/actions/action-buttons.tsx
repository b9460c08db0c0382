import { Button, Menu } from '@mantine/core'
import { IconBolt, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Draft } from '../forms/values.ts'
import { inLanguage } from '../workspaces/systems.ts'
import { ActionDialog } from './action-dialog.tsx'
import { type Offered, useOffered } from './use-offered.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly recordKey: string
  readonly cells: Draft
}

/** Actions shown as buttons; more of them go into a menu. */
const MOST = 2

/** What the product lets staff do with a row. */
export function ActionButtons({ workspace, relation, recordKey, cells }: Props) {
  const { t, i18n } = useTranslation('forms')
  const offered = useOffered(workspace, relation, recordKey)
  // With the cells as they were then: who has read them decides on them, whatever comes in while the form is open.
  const [chosen, setChosen] = useState<{ readonly offered: Offered; readonly cells: Draft }>()
  const words = ({ action }: Offered) => inLanguage(action.label, i18n.language)
  const [first, rest] = offered.length > MOST + 1 ? [offered.slice(0, MOST), offered.slice(MOST)] : [offered, []]
  return (
    <>
      {first.map((one) => (
        <Button key={one.name} onClick={() => setChosen({ offered: one, cells })}>
          {words(one)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <Button
              leftSection={<IconBolt size={14} aria-hidden="true" />}
              rightSection={<IconChevronDown size={14} aria-hidden="true" />}
            >
              {t('actions')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
            {rest.map((one) => (
              <Menu.Item key={one.name} onClick={() => setChosen({ offered: one, cells })}>
                {words(one)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {chosen && (
        <ActionDialog
          key={chosen.offered.name}
          workspace={workspace}
          offered={chosen.offered}
          cells={chosen.cells}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  )
}
