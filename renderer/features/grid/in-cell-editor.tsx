import type { CustomCellEditorProps } from 'ag-grid-react'
import type { ColumnEdit } from './grid-column.ts'
import classes from './lazy-grid.module.css'

/** Keys that begin with nothing in the cell. */
const EMPTYING = ['Backspace', 'Delete']

interface Props<Row> extends CustomCellEditorProps<Row, string | null> {
  readonly edit: ColumnEdit<Row>
}

/** A column's editor in place of the cell. What is chosen is kept at once; what is typed, when the cell is left. */
export function InCellEditor<Row>({ edit, data, value, eventKey, onValueChange, stopEditing }: Props<Row>) {
  if (!data) return null
  const typed = eventKey?.length === 1 ? eventKey : eventKey && EMPTYING.includes(eventKey) ? '' : null
  return (
    <div className={classes.editor}>
      {edit.editor({
        row: data,
        value: value ?? null,
        typed,
        onType: onValueChange,
        onChoose: (chosen, words) => {
          edit.stage(data, chosen, words)
          stopEditing()
        },
      })}
    </div>
  )
}
