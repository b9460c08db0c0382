import { useTranslation } from 'react-i18next'
import type { BatchPreview } from '#shared/contract/batch.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { cell } from '../catalogue/cell.tsx'
import { useCellWords } from '../catalogue/use-cell-words.ts'
import classes from './bulk.module.css'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly tried: Pick<BatchPreview, 'first' | 'labels'>
}

/** Of the first rows, what each changed column has before and after. */
export function FirstChanges({ workspace, relation, tried: { first, labels } }: Props) {
  const { t } = useTranslation('bulk')
  const cellWords = useCellWords(workspace)
  const value = (name: string, text: string | null) => {
    const column = relation.columns.find((one) => one.name === name)
    return column && cell(relation.relation, column, text, labels[name]?.[text ?? ''], cellWords)
  }
  return (
    <div className={classes.scrolled}>
      <table className={classes.changes}>
        <caption>{t('first')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {first.flatMap(({ key, title, changes }) =>
            changes
              .filter(({ column }) => !isStamp(relation, column))
              .map(({ column, before, after }, at) => (
                <tr key={`${key} ${column}`}>
                  <th scope="row">{at === 0 ? title : ''}</th>
                  <td>{cellWords.words.column(relation.relation, column)}</td>
                  <td>{value(column, before)}</td>
                  <td>{value(column, after)}</td>
                </tr>
              )),
          )}
        </tbody>
      </table>
    </div>
  )
}

/** When a row was last changed says nothing of what becomes of it. */
function isStamp({ columns }: Relation, name: string): boolean {
  return columns.some((column) => column.name === name && column.kind === 'timestamp' && column.hasDefault)
}
