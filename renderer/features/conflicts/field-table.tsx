import { Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Collision } from '#shared/model/receipt.ts'
import { When } from '../../components/when.tsx'
import { useFieldWords } from '../entries/use-field-words.ts'
import { ValueText } from '../entries/value-text.tsx'
import { type Choices, type Side, typed } from './choices.ts'
import classes from './field-table.module.css'
import { OwnValue } from './own-value.tsx'

interface Props {
  readonly collisions: readonly Collision[]
  readonly choices: Choices
  readonly editing: boolean
  readonly decidedAt: string
  readonly onChoose: (column: string, side: Side) => void
  readonly onType: (column: string, text: string) => void
}

/** The fields that collided, one a row: before, yours, theirs, and when editing a value of one's own. */
export function FieldTable({ collisions, choices, editing, decidedAt, onChoose, onType }: Props) {
  const { t } = useTranslation('conflicts')
  const words = useFieldWords()
  return (
    <table className={classes.table} data-editing={editing || undefined}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">
            {t('yours')} · <When at={decidedAt} />
          </th>
          <th scope="col">{t('theirs')}</th>
          {editing && <th scope="col">{t('own')}</th>}
        </tr>
      </thead>
      <tbody>
        {collisions.map(({ column, base, mine, theirs }) => {
          const side = choices.sides[column] ?? 'mine'
          const choice = (of: Side, content: ReactNode) => (
            <Choice
              field={words(column)}
              label={t(of === 'mine' ? 'yours' : 'theirs')}
              name={column}
              chosen={side === of}
              onChoose={() => onChoose(column, of)}
            >
              {content}
            </Choice>
          )
          return (
            <tr key={column}>
              <th scope="row">{words(column)}</th>
              <td>
                <ValueText value={base} />
              </td>
              <td>{choice('mine', <ValueText value={mine} />)}</td>
              <td>{choice('theirs', <ValueText value={theirs} />)}</td>
              {editing && (
                <td>
                  <OwnValue
                    label={`${words(column)}: ${t('own')}`}
                    text={choices.own[column] ?? typed(mine)}
                    yesOrNo={[base, mine, theirs].some((value) => typeof value === 'boolean')}
                    chosen={side === 'own'}
                    onType={(text) => onType(column, text)}
                  />
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface ChoiceProps {
  readonly field: string
  readonly label: string
  readonly name: string
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly children: ReactNode
}

function Choice({ field, label, name, chosen, onChoose, children }: ChoiceProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: Radio draws the input that this label is for
    <label className={classes.choice} data-chosen={chosen || undefined}>
      <Radio size="xs" name={name} checked={chosen} onChange={onChoose} aria-label={`${field}: ${label}`} />
      <span>{children}</span>
    </label>
  )
}
