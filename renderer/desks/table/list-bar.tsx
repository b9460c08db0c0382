import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import { ExportMenu } from '#renderer/features/export/export-menu.tsx'
import { FilterBar } from '#renderer/features/filter/filter-bar.tsx'
import { forgetColumns, hiddenOf, inOrder, isChosen, useColumnChoice } from '#renderer/features/grid/column-memory.ts'
import { ColumnsMenu } from '#renderer/features/grid/columns-menu.tsx'
import type { GridColumn } from '#renderer/features/grid/grid-column.ts'
import type { View } from '#renderer/features/views/view.ts'
import { ViewMenu } from '#renderer/features/views/view-menu.tsx'
import { paths } from '#renderer/routes/paths.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import classes from './table.module.css'
import { type LabelledRow, MARK } from './table-columns.tsx'
import type { ListAddress } from './use-list-address.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly view: View | undefined
  readonly address: ListAddress
  readonly search: string
  /** The name under which the grid keeps its columns. */
  readonly grid: string
  readonly columns: readonly GridColumn<LabelledRow>[]
}

/** Above the rows: what narrows them, and what can be done with the list as a whole. */
export function ListBar({ workspace, relation, view, address, search, grid, columns }: Props) {
  const { t } = useTranslation('tables')
  const navigate = useNavigate()
  const words = useCatalogueWords(workspace)
  const choice = useColumnChoice(grid)
  const { filter, sort, setFilter } = address
  const content = () => {
    const hidden = hiddenOf(columns, choice)
    const shown = inOrder(columns, choice).filter(({ id, tool }) => !tool && id !== MARK && !hidden.includes(id))
    return { relation: relation.relation, filter, sort: [...sort], columns: shown.map(({ id }) => id) }
  }
  const reset = () => {
    forgetColumns(grid)
    address.reset()
  }
  return (
    <div className={classes.filters}>
      <FilterBar
        workspace={workspace}
        relation={relation}
        filter={filter}
        hint={relation.comment}
        onChange={setFilter}
      />
      <span className={classes.end}>
        {relation.may.insert && (
          <Button size="compact-sm" onClick={() => void navigate(paths.newRecord(workspace, relation.relation))}>
            {t('new')}
          </Button>
        )}
        <ViewMenu
          workspace={workspace}
          view={view}
          changed={address.changed || isChosen(choice)}
          content={content}
          onReset={reset}
        />
        {view === undefined && (relation.may.insert || relation.may.update) && (
          <Tooltip label={t('import')}>
            <ActionIcon
              aria-label={t('import')}
              onClick={() => void navigate(paths.importRows(workspace, relation.relation))}
            >
              <IconUpload size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        <ExportMenu
          name={view?.label ?? words.table(relation.relation)}
          list={{ workspace, relation: relation.relation, filter, search }}
          view={content}
        />
        <ColumnsMenu grid={grid} columns={columns} />
      </span>
    </div>
  )
}
