import { IconArrowRight } from '@tabler/icons-react'
import { useFieldWords } from './use-field-words.ts'
import classes from './value-changes.module.css'
import { ValueText } from './value-text.tsx'

interface Props {
  readonly before: unknown
  readonly after: unknown
}

/** Field by field what a change made of what: only the fields that differ. */
export function ValueChanges({ before, after }: Props) {
  const words = useFieldWords()
  const [was, is] = [fields(before), fields(after)]
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  const changed = names.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
  if (changed.length === 0) return null
  return (
    <dl className={classes.changes}>
      {changed.map((name) => (
        <div key={name}>
          <dt>{words(name)}</dt>
          <dd>
            {name in was && (
              <span className={classes.was}>
                <ValueText value={was[name]} />
              </span>
            )}
            {name in was && name in is && <IconArrowRight size={12} aria-hidden="true" />}
            {name in is && <ValueText value={is[name]} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function fields(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
}
