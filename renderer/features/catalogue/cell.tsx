import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Column } from '#shared/contract/catalogue.ts'
import classes from './cell.module.css'
import { type CellWords, cellText, isMoment } from './cell-text.ts'

const icon = { size: 15, stroke: 1.8 } as const

/** A value as it stands in a list: short, in one line, with the exact one on hover. */
export function cell(
  relation: string,
  column: Column,
  value: string | null,
  label: string | undefined,
  c: CellWords,
): ReactNode {
  const text = cellText(relation, column, value, label, c)
  if (value === null) return <span className={classes.none}>–</span>
  if (label !== undefined) return text
  if (column.values !== null && column.kind !== 'array') return <span className={classes.badge}>{text}</span>
  switch (column.kind) {
    case 'boolean':
      return value === 'true' ? (
        <IconCheck {...icon} aria-label={text} />
      ) : (
        <IconMinus {...icon} aria-label={text} className={classes.none} />
      )
    case 'timestamp':
      return isMoment(value) ? (
        <time dateTime={value} title={`${text}\n${value}`}>
          {c.format.short(value)}
        </time>
      ) : (
        text
      )
    case 'uuid':
      return (
        <code className={classes.mono} title={value}>
          {value.slice(0, 8)}
        </code>
      )
    case 'json':
    case 'array':
    case 'network':
    case 'bytes':
      return (
        <code className={classes.mono} title={value}>
          {text}
        </code>
      )
    default:
      return text
  }
}
