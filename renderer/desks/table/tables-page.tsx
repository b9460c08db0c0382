import { IconTableOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { Page } from '#renderer/components/page.tsx'
import { PageSearch } from '#renderer/components/page-search.tsx'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { useCatalogue } from '#renderer/features/catalogue/use-catalogue.ts'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { paths } from '#renderer/routes/paths.ts'
import { useWorkspace } from '#renderer/routes/use-workspace.ts'
import { inGroups } from './table-groups.ts'
import classes from './tables.module.css'

/** Every table and view that the person may see, under the headings of the manifest. */
export function TablesPage() {
  const { t, i18n } = useTranslation('tables')
  const format = useFormat()
  const workspace = useWorkspace()
  const words = useCatalogueWords(workspace)
  const { data, problem, reload } = useCatalogue(workspace)
  const [search, setSearch] = useState('')
  const sought = search.trim().toLowerCase()
  const found = data?.relations.filter(({ relation }) =>
    `${words.table(relation)} ${relation}`.toLowerCase().includes(sought),
  )
  const groups = found && inGroups(found, words, i18n.language, { views: t('views'), other: t('other') })
  return (
    <Page title={t('title')} search={<PageSearch label={t('searchTables')} value={search} onChange={setSearch} />}>
      {problem && !data && <ProblemNote problem={problem} onRetry={reload} />}
      {found?.length === 0 && (
        <EmptyState
          icon={<IconTableOff size={28} stroke={1.4} aria-hidden="true" />}
          title={t('noTable.title')}
          hint={t('noTable.hint')}
        />
      )}
      <div className={classes.page}>
        {groups?.map(({ name, relations }) => (
          <section key={name} aria-label={name}>
            <h2 className={classes.heading}>{name}</h2>
            <ul className={classes.list}>
              {relations.map(({ relation, comment, rows, kind }) => (
                <li key={relation}>
                  <Link className={classes.row} to={paths.table(workspace, relation)}>
                    <span className={classes.name}>{words.table(relation)}</span>
                    <span className={classes.comment}>{comment}</span>
                    <span className={classes.count}>{kind === 'table' ? format.number(rows) : ''}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  )
}
