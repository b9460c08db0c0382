import { Modal } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { SearchBox } from './search-box.tsx'
import { closeSearch, openSearch, useSearchOpen } from './search-store.ts'

/** Ctrl/⌘ K from anywhere in a workspace, also while someone types. */
export function SearchDialog({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('search')
  const open = useSearchOpen((state) => state.open)
  useHotkeys([['mod+K', openSearch]], [])
  return (
    <Modal.Root opened={open} onClose={closeSearch} size={660} yOffset="10vh" centered={false}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={t('title')} radius="lg">
        <SearchBox workspace={workspace} onClose={closeSearch} />
      </Modal.Content>
    </Modal.Root>
  )
}
