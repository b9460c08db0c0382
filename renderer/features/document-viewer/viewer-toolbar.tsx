import { ActionIcon, Menu, Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconArrowAutofitHeight,
  IconArrowAutofitWidth,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { PageField } from './page-field.tsx'
import { stepZoom, type Zoom } from './page-layout.ts'
import type { Stand } from './scrolled-pages.tsx'
import { turnedOnce, type View } from './view.ts'
import classes from './viewer.module.css'

interface Props {
  readonly name: ReactNode
  readonly stand: Stand | undefined
  readonly view: View
  readonly onView: (view: View) => void
  readonly onPage: (page: number) => void
  /** Before the zoom buttons: what the owner of the pane adds. */
  readonly actions?: ReactNode
}

const FIXED = [0.5, 1, 1.5, 2] as const

/** What can be done with how a document is seen. */
export function ViewerToolbar({ name, stand, view, onView, onPage, actions }: Props) {
  const { t, i18n } = useTranslation('viewer')
  const scale = stand?.scale ?? 1
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
  const zoom = (to: Zoom) => onView({ ...view, zoom: to })
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('toolbar')}>
      <div className={classes.name}>{name}</div>
      {stand && <PageField page={stand.page} pages={stand.pages} onPage={onPage} />}
      <div className={classes.tools}>
        {actions}
        <Tool label={t('zoomOut')} keys="-" disabled={!stand} onClick={() => zoom(stepZoom(scale, -1))}>
          <IconZoomOut size={17} stroke={1.6} />
        </Tool>
        <Menu position="bottom" width={170}>
          <Menu.Target>
            <UnstyledButton
              className={classes.percent}
              aria-label={t('zoom', { percent: percent.format(scale) })}
              disabled={!stand}
            >
              {stand ? percent.format(scale) : ''}
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item rightSection={<Shortcut keys="0" />} onClick={() => zoom('fit-width')}>
              {t('fitWidth')}
            </Menu.Item>
            <Menu.Item onClick={() => zoom('fit-page')}>{t('fitPage')}</Menu.Item>
            <Menu.Divider />
            {FIXED.map((factor) => (
              <Menu.Item key={factor} onClick={() => zoom(factor)}>
                {percent.format(factor)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Tool label={t('zoomIn')} keys="+" disabled={!stand} onClick={() => zoom(stepZoom(scale, 1))}>
          <IconZoomIn size={17} stroke={1.6} />
        </Tool>
        <Tool label={t('rotate')} keys="T" disabled={!stand} onClick={() => onView(turnedOnce(view))}>
          <IconRotateClockwise size={17} stroke={1.6} />
        </Tool>
        {view.zoom === 'fit-page' ? (
          <Tool label={t('fitWidth')} keys="0" disabled={!stand} onClick={() => zoom('fit-width')}>
            <IconArrowAutofitWidth size={17} stroke={1.6} />
          </Tool>
        ) : (
          <Tool label={t('fitPage')} keys="0" disabled={!stand} onClick={() => zoom('fit-page')}>
            <IconArrowAutofitHeight size={17} stroke={1.6} />
          </Tool>
        )}
      </div>
    </div>
  )
}

interface ToolProps {
  readonly label: string
  readonly keys: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

/** One icon button of the toolbar, with its words and its key on hover. */
export function Tool({ label, keys, pressed, disabled = false, onClick, children }: ToolProps) {
  return (
    <Tooltip
      label={
        <>
          {label} <Shortcut keys={keys} />
        </>
      }
    >
      <ActionIcon
        aria-label={label}
        aria-keyshortcuts={keys}
        aria-pressed={pressed}
        variant={pressed ? 'light' : 'subtle'}
        color={pressed ? 'accent' : 'gray'}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
