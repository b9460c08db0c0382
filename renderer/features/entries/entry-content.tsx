import { useTranslation } from 'react-i18next'
import type { Entry } from '#shared/model/entry.ts'
import classes from './entry-content.module.css'
import { rowOf } from './exact-json.ts'
import { useFieldWords } from './use-field-words.ts'
import { ValueText } from './value-text.tsx'

type Written = Pick<Entry, 'operation' | 'madeAt'>

interface Line {
  readonly field: string
  readonly before?: unknown
  readonly value: unknown
}

const uuid = /^[0-9a-f-]{36}$/i

/** Ids, and the moment of the decision itself, were filled in by the console and say nothing to a person. */
function isFilledIn(value: unknown, madeAt: string): boolean {
  if (value === null) return true
  if (typeof value !== 'string') return false
  return uuid.test(value) || Math.abs(Date.parse(value) - Date.parse(madeAt)) < 5_000
}

/** What was written in a decision, field by field; before and after for a change. */
function linesOf({ operation, madeAt }: Written): readonly Line[] {
  if (operation.kind === 'insert') return Object.entries(operation.values).map(([field, value]) => ({ field, value }))
  if (operation.kind === 'delete')
    return Object.entries(rowOf(operation.base)).map(([field, value]) => ({ field, value }))
  if (operation.kind === 'update') {
    const base = rowOf(operation.base)
    return Object.entries(operation.set).map(([field, value]) => ({ field, before: base[field], value }))
  }
  return Object.entries(operation.args)
    .filter(([, value]) => !isFilledIn(value, madeAt))
    .map(([field, value]) => ({ field, value }))
}

/** Everything that a person wrote in a decision, so that nothing is discarded unread. */
export function EntryContent({ entry }: { readonly entry: Written }) {
  const { t } = useTranslation('outbox')
  const words = useFieldWords()
  const lines = linesOf(entry)
  if (lines.length === 0) return <p className={classes.soft}>{t('nothingWritten')}</p>
  return (
    <dl className={classes.content}>
      {lines.map(({ field, before, value }) => (
        <div key={field}>
          <dt>{words(field)}</dt>
          <dd>
            {before !== undefined && (
              <>
                <del>
                  <ValueText value={before} />
                </del>
                {' → '}
              </>
            )}
            <ValueText value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
