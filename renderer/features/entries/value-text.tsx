import { useTranslation } from 'react-i18next'
import { When } from '../../components/when.tsx'
import { valueWords } from '../workspaces/systems.ts'
import classes from './value-text.module.css'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const time = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/

/** A value of the database as a person reads it. */
export function ValueText({ value }: { readonly value: unknown }) {
  const { t, i18n } = useTranslation('outbox')
  const { t: common } = useTranslation()
  if (value === null || value === undefined || value === '') return <span className={classes.soft}>{t('empty')}</span>
  if (typeof value === 'boolean') return common(value ? 'yes' : 'no')
  if (typeof value === 'object') return <code className={classes.mono}>{JSON.stringify(value)}</code>
  const text = String(value)
  if (uuid.test(text))
    return (
      <code className={classes.mono} title={text}>
        {text.slice(0, 4)}…{text.slice(-4)}
      </code>
    )
  if (time.test(text)) return <When at={text} />
  if (/^[A-Z][A-Z_]+$/.test(text)) return valueWords(text, i18n.language)
  return <span className={classes.text}>{text}</span>
}
