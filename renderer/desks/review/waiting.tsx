import { useNow } from '#renderer/components/use-now.ts'
import { useFormat } from '#renderer/i18n/format.ts'

/** How long something has been waiting: `4 h`, `2 d`. The exact time on hover. */
export function Waiting({ since }: { readonly since: string }) {
  const format = useFormat()
  const now = useNow(30_000)
  return (
    <time dateTime={since} title={format.exact(since)}>
      {format.span(Math.max(0, now - Date.parse(since)))}
    </time>
  )
}
