import { Button, Checkbox, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { useFormat } from '#renderer/i18n/format.ts'
import classes from './queue.module.css'
import { changeQueueView, type Order, orders, useQueueView } from './queue-store.ts'

interface Props {
  readonly workspace: string
  readonly layout: 'list' | 'table'
  /** At the right end. */
  readonly children?: ReactNode
}

/** What narrows and orders the queue; the same for the list and the table. */
export function QueueFilters({ workspace, layout, children }: Props) {
  const { t } = useTranslation('review')
  const { order, mine } = useQueueView(workspace)
  return (
    <div className={classes.filters}>
      {layout === 'list' && (
        <Menu position="bottom-start" width={190}>
          <Menu.Target>
            <Button size="compact-sm" variant="light" rightSection={<IconChevronDown size={13} aria-hidden="true" />}>
              {t(`order.${order}`)}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(Object.keys(orders) as Order[]).map((name) => (
              <Menu.Item
                key={name}
                role="menuitemradio"
                aria-checked={name === order}
                fw={name === order ? 600 : 400}
                onClick={() => changeQueueView(workspace, { order: name })}
              >
                {t(`order.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <TypeFilter workspace={workspace} />
      <Button
        size="compact-sm"
        variant={mine ? 'light' : 'default'}
        aria-pressed={mine}
        onClick={() => changeQueueView(workspace, { mine: !mine })}
      >
        {t('mine')}
      </Button>
      <span className={classes.end}>
        <span className={classes.keys}>
          <Shortcut keys="J" /> <Shortcut keys="K" />
        </span>
        {children}
      </span>
    </div>
  )
}

const typeRelations = ['public.documents', 'public.document_types']

function TypeFilter({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const { types } = useQueueView(workspace)
  const { data } = useCall(`review/types/${workspace}`, () => api.review.types({ workspace }), {
    workspace,
    relations: typeRelations,
  })
  const change = (to: readonly string[]) => changeQueueView(workspace, { types: to })
  const [only] = types
  const label = types.length === 1 && only ? only : types.length > 1 ? t('types', { count: types.length }) : t('type')
  return (
    <Menu position="bottom-start" width={250} closeOnItemClick={false}>
      <Menu.Target>
        <Button
          size="compact-sm"
          maw={170}
          variant={types.length > 0 ? 'light' : 'default'}
          rightSection={<IconChevronDown size={13} aria-hidden="true" />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {data?.map(({ label: name, count }) => {
          const on = types.includes(name)
          return (
            <Menu.Item
              key={name}
              role="menuitemcheckbox"
              aria-checked={on}
              leftSection={<Checkbox.Indicator size="xs" checked={on} aria-hidden />}
              rightSection={<span className={classes.count}>{format.number(count)}</span>}
              onClick={() => change(on ? types.filter((other) => other !== name) : [...types, name])}
            >
              {name}
            </Menu.Item>
          )
        })}
        <Menu.Divider />
        <Menu.Item disabled={types.length === 0} onClick={() => change([])}>
          {t('allTypes')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
