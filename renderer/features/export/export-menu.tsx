import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconBraces, IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ExportFormat } from '#shared/contract/export.ts'
import type { SortBy } from '#shared/contract/rows.ts'
import type { Filter } from '#shared/model/filter.ts'
import { toastDone } from '../../components/toast.ts'
import { useFormat } from '../../i18n/format.ts'
import { exportRows } from './export-store.ts'

const formats = [
  { format: 'csv', icon: IconFileTypeCsv },
  { format: 'xlsx', icon: IconFileSpreadsheet },
  { format: 'jsonl', icon: IconBraces },
] as const

interface Props {
  /** The table in words. */
  readonly name: string
  readonly list: {
    readonly workspace: string
    readonly relation: string
    readonly filter: Filter | null
    readonly search: string
  }
  /** What is shown now: asked for at the moment of the click. */
  readonly view: () => { readonly columns: readonly string[]; readonly sort: readonly SortBy[] }
}

/** Takes the rows of a table along as a file: those in view, or all of them. */
export function ExportMenu({ name, list, view }: Props) {
  const { t } = useTranslation('exports')
  const format = useFormat()

  async function run(as: ExportFormat, whole: boolean) {
    const { workspace, relation } = list
    const { columns, sort } = view()
    const wanted = whole ? { workspace, relation } : { ...list, columns: [...columns], sort: [...sort] }
    const day = new Date().toISOString().slice(0, 10)
    const file = `${relation.replace(/^public\./, '')} ${day}`
    const done = await exportRows({ list: wanted, format: as, name, file })
    if (done) toastDone(t('done', { count: done.rows, number: format.number(done.rows), file: done.file }))
  }

  const items = (whole: boolean) =>
    formats.map(({ format: as, icon: Shape }) => (
      <Menu.Item key={as} leftSection={<Shape size={16} stroke={1.6} />} onClick={() => void run(as, whole)}>
        {t(as)}
      </Menu.Item>
    ))

  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Tooltip label={t('button')}>
          <ActionIcon aria-label={t('button')}>
            <IconDownload size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label title={t('viewHint')}>{t('view')}</Menu.Label>
        {items(false)}
        <Menu.Divider />
        <Menu.Label title={t('allHint')}>{t('all')}</Menu.Label>
        {items(true)}
      </Menu.Dropdown>
    </Menu>
  )
}
