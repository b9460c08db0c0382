import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type Filter, filter as filterSchema } from '#shared/model/filter.ts'

/** What narrows the list, as the address says it: an address that is copied shows the same rows elsewhere. */
export function useListFilter(): {
  readonly filter: Filter | null
  readonly setFilter: (filter: Filter | null) => void
} {
  const [params, setParams] = useSearchParams()
  const text = params.get('filter')
  const filter = useMemo(() => parsed(text), [text])
  const setFilter = (next: Filter | null) =>
    setParams((before) => {
      if (next === null) before.delete('filter')
      else before.set('filter', JSON.stringify(next))
      return before
    })
  return { filter, setFilter }
}

/** An address can be typed by anybody: what is no filter narrows nothing. */
function parsed(text: string | null): Filter | null {
  if (text === null) return null
  try {
    return filterSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
