import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { changeTableLook } from './table-store.ts'

/** Takes over the words that an address searches for; from then on they stand in the box of the page. */
export function useSought(workspace: string, relation: string): void {
  const [params, setParams] = useSearchParams()
  const sought = params.get('search')
  useEffect(() => {
    if (sought === null) return
    changeTableLook(workspace, relation, { search: sought })
    setParams(
      (before) => {
        before.delete('search')
        return before
      },
      { replace: true },
    )
  }, [workspace, relation, sought, setParams])
}
