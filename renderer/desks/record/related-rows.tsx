import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { paths } from '#renderer/routes/paths.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import classes from './record.module.css'
import type { RecordData } from './record-data.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly record: RecordData
}

/** Where this row is referred to, each with how many rows, and the way to the list of them. */
export function RelatedRows({ workspace, record }: Props) {
  const { t } = useTranslation('record')
  const format = useFormat()
  const words = useCatalogueWords(workspace)
  const found = record.related.filter(({ rows }) => rows > 0)
  const tables = found.map(({ relation }) => relation)
  return (
    <section className={classes.section} aria-label={t('related')}>
      <h2>{t('related')}</h2>
      {found.length === 0 && <p className={classes.soft}>{t('noRelated')}</p>}
      <ul className={classes.links}>
        {found.map(({ reference, relation, columns, filter, rows, more }) => (
          <li key={`${relation} ${reference}`}>
            <Link to={paths.table(workspace, relation, filter)}>
              <span>
                {words.table(relation)}
                {tables.indexOf(relation) !== tables.lastIndexOf(relation) && (
                  <span className={classes.soft}>
                    {' '}
                    · {columns.map((name) => words.column(relation, name)).join(', ')}
                  </span>
                )}
              </span>
              <span className={classes.count}>
                {format.number(rows)}
                {more ? '+' : ''}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
