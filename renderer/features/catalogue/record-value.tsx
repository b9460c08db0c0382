import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import type { Column } from '#shared/contract/catalogue.ts'
import { paths } from '../../routes/paths.ts'
import classes from './cell.module.css'
import { cell } from './cell.tsx'
import { type CellWords, cellText, isMoment } from './cell-text.ts'

interface Props {
  readonly workspace: string
  readonly relation: string
  readonly column: Column
  readonly value: string | null
  readonly label: string | undefined
  readonly cellWords: CellWords
}

/** A value with all that there is of it: a reference leads to its row, JSON is laid out, a moment is exact. */
export function RecordValue({ workspace, relation, column, value, label, cellWords }: Props) {
  if (value === null) return cell(relation, column, value, label, cellWords)
  if (column.references) {
    return (
      <Anchor component={Link} to={paths.record(workspace, column.references.relation, JSON.stringify([value]))}>
        {label ?? <code className={classes.mono}>{value}</code>}
      </Anchor>
    )
  }
  switch (column.kind) {
    case 'uuid':
      return label === undefined ? <code className={classes.mono}>{value}</code> : <span title={value}>{label}</span>
    case 'json':
      return <pre className={classes.json}>{value}</pre>
    case 'timestamp':
      return isMoment(value) ? (
        <time dateTime={value} title={value}>
          {cellText(relation, column, value, label, cellWords)}
        </time>
      ) : (
        value
      )
    case 'text':
      return <span className={classes.text}>{cellText(relation, column, value, label, cellWords)}</span>
    default:
      return cell(relation, column, value, label, cellWords)
  }
}
