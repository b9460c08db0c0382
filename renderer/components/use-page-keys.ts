import { useHotkeys } from '@mantine/hooks'

export interface PageKey {
  /** As `useHotkeys` takes it: `J`, `shift+R`, `[plus]`. */
  readonly keys: string
  readonly run: () => void
  /** Held down, it goes on. Never for what decides something. */
  readonly repeats?: boolean
}

const FLOATING = '[role="menu"], [role="dialog"], [role="listbox"]'

/** Single letters that act on the page: not while someone types, nor while a menu or a dialog is open. */
export function usePageKeys(keys: readonly PageKey[]): void {
  useHotkeys(
    keys.map(({ keys: combination, run, repeats }) => [
      combination,
      (event) => {
        if (event.defaultPrevented || (event.repeat && !repeats)) return
        if (event.target instanceof Element && event.target.closest(FLOATING)) return
        event.preventDefault()
        run()
      },
      { preventDefault: false },
    ]),
  )
}
