import { type RefObject, useEffect, useRef } from 'react'

/**
 * Moves the focus along with the selection of a list, so that readers hear each row and the row scrolls into view.
 * The first selection, which a page makes by itself, leaves the focus where it is.
 */
export function useFollowSelection(list: RefObject<HTMLElement | null>, chosen: string | undefined): void {
  const before = useRef<string>(undefined)
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (chosen && before.current) row?.focus()
    else if (chosen) row?.scrollIntoView({ block: 'nearest' })
    before.current = chosen
  }, [list, chosen])
}
