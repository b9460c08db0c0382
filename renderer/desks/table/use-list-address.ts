import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { z } from 'zod'
import { type SortBy, sortBy } from '#shared/contract/rows.ts'
import { type Filter, filter as filterSchema } from '#shared/model/filter.ts'

/** What a list shows when its address says nothing else. */
interface Base {
  readonly filter: Filter | null
  readonly sort: readonly SortBy[]
}

export interface ListAddress extends Base {
  /** Whether the address says something else than the base. */
  readonly changed: boolean
  readonly setFilter: (filter: Filter | null) => void
  readonly setSort: (sort: readonly SortBy[]) => void
  readonly reset: () => void
}

const filterParam = filterSchema.nullable()
const sortParam = z.array(sortBy).max(6)

/** What narrows and orders the list, as the address says it: an address that is copied shows the same rows elsewhere. */
export function useListAddress(base: Base): ListAddress {
  const [params, setParams] = useSearchParams()
  const [filterText, sortText] = [params.get('filter'), params.get('sort')]
  const filter = useMemo(() => parsed(filterParam, filterText, base.filter), [filterText, base.filter])
  const sort = useMemo(() => parsed(sortParam, sortText, base.sort), [sortText, base.sort])
  const put = (name: 'filter' | 'sort', value: unknown, usual: unknown) =>
    setParams(
      (before) => {
        if (JSON.stringify(value) === JSON.stringify(usual)) before.delete(name)
        else before.set(name, JSON.stringify(value))
        return before
      },
      // An order is no place that people go back to.
      { replace: name === 'sort' },
    )
  return {
    filter,
    sort,
    changed: filterText !== null || sortText !== null,
    setFilter: (next) => put('filter', next, base.filter),
    setSort: (next) => put('sort', next, base.sort),
    reset: () => setParams({}),
  }
}

/** An address can be typed by anybody: what is not understood changes nothing. */
function parsed<T>(schema: z.ZodType<T>, text: string | null, usual: T): T {
  if (text === null) return usual
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return usual
  }
}
