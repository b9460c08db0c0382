import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { Filter } from '#shared/model/filter.ts'
import { type AuditChoice, auditFilter, choiceOf, isNarrowed, paramsOf } from './audit-choice.ts'

interface AuditAddress {
  readonly choice: AuditChoice
  readonly filter: Filter | null
  readonly narrowed: boolean
  /** As it stands behind the address of an entry, so that opening one keeps the list. */
  readonly search: string
  readonly change: (change: Partial<AuditChoice>) => void
  readonly clear: () => void
}

/** What narrows the log, as the address says it: an address that is copied shows the same entries elsewhere. */
export function useAuditAddress(): AuditAddress {
  const [params, setParams] = useSearchParams()
  const choice = useMemo(() => choiceOf(params), [params])
  const filter = useMemo(() => auditFilter(choice), [choice])
  return {
    choice,
    filter,
    narrowed: isNarrowed(choice),
    search: params.size > 0 ? `?${params}` : '',
    change: (change) => setParams(paramsOf({ ...choice, ...change })),
    clear: () => setParams({}),
  }
}
