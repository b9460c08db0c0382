import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { ChoiceFilter } from '#renderer/features/grid/choice-filter.tsx'
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
  const { mine } = useQueueView(workspace)
  return (
    <div className={classes.filters}>
      {layout === 'list' && <OrderMenu workspace={workspace} />}
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

function OrderMenu({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('review')
  const { order } = useQueueView(workspace)
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target>
        <Button size="compact-sm" variant="light" rightSection={<IconChevronDown size={13} aria-hidden="true" />}>
          {t(`order.${order}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={order} onChange={(name) => changeQueueView(workspace, { order: name as Order })}>
          {(Object.keys(orders) as Order[]).map((name) => (
            <Menu.RadioItem key={name} value={name} closeMenuOnClick>
              {t(`order.${name}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

const typeRelations = ['public.documents', 'public.document_types']

function TypeFilter({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('review')
  const { types } = useQueueView(workspace)
  const { data } = useCall(`review/types/${workspace}`, () => api.review.types({ workspace }), {
    workspace,
    relations: typeRelations,
  })
  return (
    <ChoiceFilter
      choices={data?.map(({ label, count }) => ({ value: label, label, count })) ?? []}
      chosen={types}
      onChange={(chosen) => changeQueueView(workspace, { types: chosen })}
      label={types.length > 1 ? t('types', { count: types.length }) : t('type')}
      allLabel={t('allTypes')}
    />
  )
}
