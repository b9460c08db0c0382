import { Button, Checkbox, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { labels } from '#shared/systems/partners-vrai/labels.ts'
import classes from './desk.module.css'
import { changeDossiersView, useDossiersView } from './dossiers-store.ts'
import { useEnumWords } from './words.ts'

interface Props {
  readonly workspace: string
  /** At the right end. */
  readonly children?: ReactNode
}

const statuses = Object.keys(labels.dossier_status_code ?? {})

/** What narrows the list of dossiers. */
export function DossierFilters({ workspace, children }: Props) {
  const { t } = useTranslation('dossiers')
  const words = useEnumWords()
  const { statuses: chosen, mine } = useDossiersView(workspace)
  const [only] = chosen
  const change = (to: readonly string[]) => changeDossiersView(workspace, { statuses: to })
  return (
    <div className={classes.filters}>
      <Menu position="bottom-start" width={230} closeOnItemClick={false}>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant={chosen.length > 0 ? 'light' : 'default'}
            rightSection={<IconChevronDown size={13} aria-hidden="true" />}
          >
            {chosen.length === 1 && only
              ? words('dossier_status_code', only)
              : chosen.length > 1
                ? t('statuses', { count: chosen.length })
                : t('status')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {statuses.map((status) => {
            const on = chosen.includes(status)
            return (
              <Menu.Item
                key={status}
                role="menuitemcheckbox"
                aria-checked={on}
                leftSection={<Checkbox.Indicator size="xs" checked={on} aria-hidden />}
                onClick={() => change(on ? chosen.filter((other) => other !== status) : [...chosen, status])}
              >
                {words('dossier_status_code', status)}
              </Menu.Item>
            )
          })}
          <Menu.Divider />
          <Menu.Item disabled={chosen.length === 0} onClick={() => change([])}>
            {t('allStatuses')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        size="compact-sm"
        variant={mine ? 'light' : 'default'}
        aria-pressed={mine}
        onClick={() => changeDossiersView(workspace, { mine: !mine })}
      >
        {t('mine')}
      </Button>
      <span className={classes.end}>{children}</span>
    </div>
  )
}
