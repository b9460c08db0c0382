import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRelation } from '#renderer/features/catalogue/use-catalogue.ts'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import { inWords } from '#renderer/features/workspaces/systems.ts'
import type { AuditChange } from '#shared/contract/audit.ts'
import classes from './audit.module.css'
import { type DiffLine, diffLines } from './diff-lines.ts'
import { DiffValue } from './diff-value.tsx'

interface Props {
  readonly workspace: string
  readonly change: AuditChange
}

/** Each field before and after, side by side; of a row that is new or gone, the one side that there is. */
export function BeforeAfter({ workspace, change }: Props) {
  const { t } = useTranslation('audit')
  const names = useCatalogueWords(workspace)
  const words = useLinkdevWords()
  const { data: relation } = useRelation(workspace, change.entityType)
  const lines = useMemo(() => diffLines(change), [change])
  const { before, after, labels, entityType } = change
  if (lines.length === 0) return <p className={classes.soft}>{t('same')}</p>
  const fieldName = ({ path: [column = '', ...inner] }: DiffLine) =>
    [
      names.column(entityType, column),
      ...inner.map((key) => (key === 'limit' ? inWords(key) : words.switchName(key))),
    ].join(' · ')
  const column = ({ path }: DiffLine) =>
    path.length === 1 ? relation?.columns.find(({ name }) => name === path[0]) : undefined
  return (
    <table className={classes.diff} aria-label={t('changes')}>
      <thead>
        <tr>
          <th scope="col">{t('diff.field')}</th>
          {before !== null && <th scope="col">{t('diff.before')}</th>}
          {after !== null && <th scope="col">{t('diff.after')}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const shown = { workspace, relation: entityType, column: column(line), labels: labels[line.path[0] ?? ''] }
          return (
            <tr key={line.path.join('.')}>
              <th scope="row">{fieldName(line)}</th>
              {before !== null && (
                <td data-side="before">
                  <DiffValue {...shown} value={line.before} />
                </td>
              )}
              {after !== null && (
                <td data-side="after">
                  <DiffValue {...shown} value={line.after} />
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
