import { Button, Menu } from '@mantine/core'
import { IconBookmark, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../../bridge/api.ts'
import { toastDone, toastProblem } from '../../components/toast.ts'
import { toastUndo } from '../../components/toast-undo.tsx'
import { paths } from '../../routes/paths.ts'
import { NameDialog } from './name-dialog.tsx'
import { useSavedViews } from './saved-views.tsx'
import type { View } from './view.ts'

type Content = Pick<View, 'relation' | 'filter' | 'sort' | 'columns'>

interface Props {
  readonly workspace: string
  /** The view that is open; none on the page of a table. */
  readonly view: View | undefined
  readonly changed: boolean
  /** The list as it stands now. */
  readonly content: () => Content
  /** Puts the list back to how the view has it. */
  readonly onReset: () => void
}

/** Keeps a list as a view, and what else can be done with one. */
export function ViewMenu({ workspace, view, changed, content, onReset }: Props) {
  const { t } = useTranslation('views')
  const navigate = useNavigate()
  const [asked, setAsked] = useState<'save' | 'rename'>()
  // Older projects have no place for shared ones.
  const mayShare = useSavedViews().data?.sharing ?? false

  const create = async (name: string, shared: boolean) => {
    const id = crypto.randomUUID()
    await api.views.save({ workspace, view: { ...content(), id, name }, shared })
    toastDone(t('saved', { name }))
    void navigate(paths.view(workspace, id))
  }
  const rename = async (name: string) => {
    if (view) await api.views.save({ workspace, view: { ...savedOf(view), name }, shared: view.shared })
  }
  const saveChanges = () => {
    if (!view) return
    const next = { ...content(), id: view.id, name: view.label }
    api.views.save({ workspace, view: next, shared: view.shared }).then(() => {
      toastDone(t('saved', { name: view.label }))
      onReset()
    }, toastProblem)
  }
  const remove = () => {
    if (!view) return
    const undo = () => {
      api.views
        .save({ workspace, view: savedOf(view), shared: view.shared })
        .then(() => void navigate(paths.view(workspace, view.id)), toastProblem)
    }
    api.views.remove({ workspace, id: view.id }).then(() => {
      void navigate(paths.table(workspace, view.relation))
      toastUndo(t('deleted', { name: view.label }), t('undo'), undo)
    }, toastProblem)
  }

  const share = () => {
    if (!view) return
    const shared = !view.shared
    api.views
      .save({ workspace, view: savedOf(view), shared })
      .then(() => toastDone(t(shared ? 'isShared' : 'isMine', { name: view.label })), toastProblem)
  }

  return (
    <>
      {view ? (
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <Button size="compact-sm" rightSection={<IconChevronDown size={13} aria-hidden="true" />}>
              {t('menu')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {view.own && (
              <Menu.Item disabled={!changed} onClick={saveChanges}>
                {t('saveChanges')}
              </Menu.Item>
            )}
            <Menu.Item onClick={() => setAsked('save')}>{t('saveAs')}</Menu.Item>
            <Menu.Item disabled={!changed} onClick={onReset}>
              {t('reset')}
            </Menu.Item>
            {view.own && (
              <>
                <Menu.Divider />
                {mayShare && <Menu.Item onClick={share}>{t(view.shared ? 'unshare' : 'share')}</Menu.Item>}
                <Menu.Item onClick={() => setAsked('rename')}>{t('rename')}</Menu.Item>
                <Menu.Item color="danger" onClick={remove}>
                  {t('delete')}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Button
          size="compact-sm"
          leftSection={<IconBookmark size={14} stroke={1.6} aria-hidden="true" />}
          onClick={() => setAsked('save')}
        >
          {t('save')}
        </Button>
      )}
      {asked && (
        <NameDialog
          title={t(asked === 'save' ? 'saveTitle' : 'renameTitle')}
          hint={asked === 'save' ? t('keeps') : undefined}
          initial={asked === 'rename' ? (view?.label ?? '') : ''}
          label={t(asked)}
          mayShare={asked === 'save' && mayShare}
          onSave={asked === 'save' ? create : rename}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}

function savedOf({ id, label, relation, filter, sort, columns }: View) {
  return { id, name: label, relation, filter, sort, columns }
}
