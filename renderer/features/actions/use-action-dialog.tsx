import { type ReactNode, useState } from 'react'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useCatalogueWords } from '../catalogue/use-words.ts'
import type { Draft } from '../forms/values.ts'
import { ActionDialog } from './action-dialog.tsx'
import { offer } from './use-offered.ts'

interface ActionForm {
  /** Opens the form of an action, for the row with these cells. */
  readonly open: (name: string, cells: Draft) => void
  readonly dialog: ReactNode
}

/** The forms of a system's actions, for a page that offers some of them in places of its own. */
export function useActionDialog(workspace: string): ActionForm {
  const { manifest } = useCatalogueWords(workspace)
  const { data: catalogue } = useCatalogue(workspace)
  const [opened, setOpened] = useState<{ readonly name: string; readonly cells: Draft }>()
  const [offered] = opened ? offer(manifest, catalogue, opened.name) : []
  return {
    open: (name, cells) => setOpened({ name, cells }),
    dialog: opened && offered && (
      <ActionDialog workspace={workspace} offered={offered} cells={opened.cells} onClose={() => setOpened(undefined)} />
    ),
  }
}
