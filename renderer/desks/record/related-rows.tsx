import { ActionIcon, Loader, Tooltip } from '@mantine/core'
import { IconClock, IconCloudOff, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { useProblemText } from '#renderer/i18n/problem-text.ts'
import { paths } from '#renderer/routes/paths.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import classes from './record.module.css'
import type { RecordData } from './record-data.ts'
import { type Fetch, useRelatedFetch } from './use-related-fetch.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly record: RecordData
}

/** Where this row is referred to, each with how many rows, and the way to the list of them. */
export function RelatedRows({ workspace, relation: own, record }: Props) {
  const { t } = useTranslation('record')
  const format = useFormat()
  const words = useCatalogueWords(workspace)
  const { isPartial, fetchOf, fetchOne } = useRelatedFetch(workspace, own, record)
  const found = record.related.filter((related) => related.rows > 0 || isPartial(related))
  const tables = found.map(({ relation }) => relation)
  return (
    <section className={classes.section} aria-label={t('related')}>
      <h2>{t('related')}</h2>
      {found.length === 0 && <p className={classes.soft}>{t('noRelated')}</p>}
      <ul className={classes.links}>
        {found.map((related) => {
          const { reference, relation, columns, filter, rows, more } = related
          return (
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
              {isPartial(related) && (
                <Standing
                  table={words.table(relation)}
                  fetch={fetchOf(related)}
                  onRetry={() => void fetchOne(related)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface StandingProps {
  readonly table: string
  readonly fetch: Fetch | undefined
  readonly onRetry: () => void
}

/** How far the rows of a table that is kept in part can be relied on. */
function Standing({ table, fetch, onRetry }: StandingProps) {
  const { t } = useTranslation('record')
  const format = useFormat()
  const problemText = useProblemText()
  const words = (): string => {
    if (fetch === undefined) return t('partial.kept')
    if (fetch.state === 'fetching') return t('partial.fetching')
    if (fetch.state === 'failed') return problemText(fetch.problem)
    const { answer } = fetch
    if (answer.from === 'offline') return t('partial.offline')
    if (answer.from === 'here') return t('partial.kept')
    const at = format.short(answer.at)
    return answer.more ? t('partial.more', { at, number: format.number(answer.rows) }) : t('partial.asOf', { at })
  }
  const isFetching = fetch?.state === 'fetching'
  const isOffline = fetch?.state === 'done' && fetch.answer.from === 'offline'
  const Shape = isOffline ? IconCloudOff : IconClock
  return (
    <div className={classes.standing}>
      {isFetching ? <Loader size={12} aria-hidden="true" /> : <Shape size={13} stroke={1.8} aria-hidden="true" />}
      <span role="status">{words()}</span>
      {fetch && !isFetching && (
        <Tooltip label={t('partial.again')}>
          <ActionIcon size={22} aria-label={t('partial.againFor', { table })} onClick={onRetry}>
            <IconRefresh size={13} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  )
}
