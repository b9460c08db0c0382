import { Tooltip } from '@mantine/core'
import { useFormat } from '../i18n/format.ts'

interface Props {
  /** ISO time. */
  readonly at: string
}

/** A short date or time; the exact one on hover. */
export function When({ at }: Props) {
  const format = useFormat()
  return (
    <Tooltip label={format.exact(at)}>
      <time dateTime={at} data-exact={format.exact(at)}>
        <span className="o-screen-only">{format.short(at)}</span>
      </time>
    </Tooltip>
  )
}
