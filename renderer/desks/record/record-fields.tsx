import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { RecordValue } from '#renderer/features/catalogue/record-value.tsx'
import { useCellWords } from '#renderer/features/catalogue/use-cell-words.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import classes from './record.module.css'
import type { RecordData } from './record-data.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly record: RecordData
}

/** Every field of a record, whole, with its help and the mark of what is not settled yet. */
export function RecordFields({ workspace, relation, record }: Props) {
  const { t } = useTranslation()
  const cellWords = useCellWords(workspace)
  return (
    <dl className={classes.fields}>
      {relation.columns.map((column) => {
        const value = record.cells[column.name] ?? null
        const mark = record.marks[column.name]
        return (
          <div key={column.name} className={classes.field}>
            <dt>
              <Tooltip label={column.comment} disabled={!column.comment} multiline maw={360}>
                <span className={column.comment ? classes.helped : undefined}>
                  {cellWords.words.column(relation.relation, column.name)}
                </span>
              </Tooltip>
            </dt>
            <dd>
              <RecordValue
                workspace={workspace}
                relation={relation.relation}
                column={column}
                value={value}
                label={value === null ? undefined : record.labels[column.name]?.[value]}
                cellWords={cellWords}
              />
              {mark && <StateMark state={mark} />}
              {value !== null && (
                <CopyButton value={value}>
                  {({ copied, copy }) => (
                    <Tooltip label={copied ? t('copied') : t('copy')}>
                      <ActionIcon className={classes.copy} size={22} aria-label={t('copy')} onClick={copy}>
                        <IconCopy size={13} />
                      </ActionIcon>
                    </Tooltip>
                  )}
                </CopyButton>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
