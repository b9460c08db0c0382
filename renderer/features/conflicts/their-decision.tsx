import { useTranslation } from 'react-i18next'
import type { EntryView } from '#shared/contract/entries.ts'
import contentClasses from '../entries/entry-content.module.css'
import { useFieldWords } from '../entries/use-field-words.ts'
import { ValueText } from '../entries/value-text.tsx'

const uuid = /^[0-9a-f-]{36}$/i

/** What is current on the server now, as the function that refused has told it; ids say nothing to a person. */
export function TheirDecision({ entry }: { readonly entry: EntryView }) {
  const { t } = useTranslation('conflicts')
  const words = useFieldWords()
  const facts = Object.entries(entry.conflict?.current ?? {}).filter(
    ([, value]) => value !== null && !(typeof value === 'string' && uuid.test(value)),
  )
  if (facts.length === 0) return null
  return (
    <section>
      <h3>{t('now')}</h3>
      <dl className={contentClasses.content}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{words(name)}</dt>
            <dd>
              <ValueText value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
