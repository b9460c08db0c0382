import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconBraces, IconCopyPlus, IconDots, IconLink, IconPrinter, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { toastDone } from '#renderer/components/toast.ts'
import { ActionButtons } from '#renderer/features/actions/action-buttons.tsx'
import { paths } from '#renderer/routes/paths.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { mayEdit, type RecordData } from './record-data.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly record: RecordData
  readonly onEdit: () => void
}

const icon = { size: 15, stroke: 1.6, 'aria-hidden': true } as const

/** What can be done with a record: the product's own functions first, then what any table allows. */
export function RecordActions({ workspace, relation, record, onEdit }: Props) {
  const { t } = useTranslation('record')
  const { t: common } = useTranslation()
  const navigate = useNavigate()
  const clipboard = useClipboard()
  const [deleting, setDeleting] = useState(false)
  const copied = (text: string) => {
    clipboard.copy(text)
    toastDone(common('copied'))
  }
  return (
    <>
      <ActionButtons workspace={workspace} relation={relation} recordKey={record.key} cells={record.cells} />
      {mayEdit(relation) && (
        <Button onClick={onEdit} aria-keyshortcuts="E" rightSection={<Shortcut keys="E" />}>
          {t('edit')}
        </Button>
      )}
      <Tooltip
        label={
          <>
            {t('print')} <Shortcut keys="mod+P" />
          </>
        }
      >
        <ActionIcon aria-label={t('print')} aria-keyshortcuts="Control+P Meta+P" onClick={() => window.print()}>
          <IconPrinter size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Tooltip label={common('more')}>
            <ActionIcon aria-label={common('more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {relation.may.insert && (
            <Menu.Item
              leftSection={<IconCopyPlus {...icon} />}
              onClick={() => void navigate(paths.newRecord(workspace, relation.relation, record.key))}
            >
              {t('duplicate')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconBraces {...icon} />}
            onClick={() => copied(JSON.stringify(record.cells, null, 2))}
          >
            {t('copyJson')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLink {...icon} />} onClick={() => copied(location.hash)}>
            {t('copyLink')}
          </Menu.Item>
          {relation.may.delete && (
            <>
              <Menu.Divider />
              <Menu.Item color="danger" leftSection={<IconTrash {...icon} />} onClick={() => setDeleting(true)}>
                {t('delete')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <DeleteDialog
        workspace={workspace}
        relation={relation}
        record={record}
        opened={deleting}
        onClose={() => setDeleting(false)}
      />
    </>
  )
}
