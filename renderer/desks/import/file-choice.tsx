import { Button, FileButton } from '@mantine/core'
import { IconFileText, IconUpload } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/format.ts'
import classes from './import.module.css'

const ENDINGS = '.csv,.tsv,.txt,.xlsx,.jsonl,.ndjson'

interface Props {
  /** The file that has been read. */
  readonly file: { readonly name: string; readonly rows: number; readonly columns: readonly unknown[] } | undefined
  readonly busy: boolean
  readonly onFile: (file: File) => void
}

/** Takes the file: chosen, or dropped. */
export function FileChoice({ file, busy, onFile }: Props) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped && !busy) onFile(dropped)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button in it is for everybody.
    <div
      className={classes.drop}
      data-over={over || undefined}
      data-chosen={file !== undefined || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {file === undefined ? (
        <IconUpload size={20} stroke={1.5} aria-hidden="true" />
      ) : (
        <IconFileText size={20} stroke={1.5} aria-hidden="true" />
      )}
      <div className={classes.dropWords}>
        <strong>{file?.name ?? t('drop')}</strong>
        <span>
          {file === undefined
            ? t('limits')
            : t('read', {
                count: file.rows,
                number: format.number(file.rows),
                columns: t('columns', { count: file.columns.length }),
              })}
        </span>
      </div>
      <FileButton accept={ENDINGS} onChange={(chosen) => chosen && onFile(chosen)}>
        {(props) => (
          <Button {...props} disabled={busy} variant={file === undefined ? 'filled' : 'default'}>
            {t(file === undefined ? 'choose' : 'another')}
          </Button>
        )}
      </FileButton>
    </div>
  )
}
