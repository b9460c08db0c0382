import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconColumns } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { changeColumns, forgetColumns, hiddenOf, useColumnChoice } from './column-memory.ts'
import type { GridColumn } from './grid-column.ts'

interface Props<Row> {
  /** The name under which the grid keeps its columns. */
  readonly grid: string
  readonly columns: readonly GridColumn<Row>[]
}

/** Which columns a grid shows. Order and width are changed in the grid itself. */
export function ColumnsMenu<Row>({ grid, columns }: Props<Row>) {
  const { t } = useTranslation('grid')
  const hidden = hiddenOf(columns, useColumnChoice(grid))
  const show = (id: string, on: boolean) =>
    changeColumns(grid, { hidden: on ? hidden.filter((other) => other !== id) : [...hidden, id] })
  return (
    <Menu position="bottom-end" width={210}>
      <Menu.Target>
        <Tooltip label={t('columns')}>
          <ActionIcon aria-label={t('columns')}>
            <IconColumns size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {columns
          .filter(({ tool }) => !tool)
          .map(({ id, label, fixed = false }) => (
            <Menu.CheckboxItem
              key={id}
              checked={fixed || !hidden.includes(id)}
              disabled={fixed}
              onChange={(on) => show(id, on)}
            >
              {label}
            </Menu.CheckboxItem>
          ))}
        <Menu.Divider />
        <Menu.Item onClick={() => forgetColumns(grid)}>{t('resetColumns')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
