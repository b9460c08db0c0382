import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '#shared/contract/entries.ts'
import type { Collision } from '#shared/model/receipt.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Shortcut } from '../../components/shortcut.tsx'
import { usePageKeys } from '../../components/use-page-keys.ts'
import { type Choices, resolutionOf, type Side } from './choices.ts'
import { ConflictHead } from './conflict-head.tsx'
import classes from './conflicts-page.module.css'
import { FieldTable } from './field-table.tsx'
import { useResolve } from './use-resolve.ts'

interface Props {
  readonly workspace: string
  readonly entry: EntryView
  readonly collisions: readonly Collision[]
}

/** Two people changed the same fields: for each, what it was, what you wrote, what they wrote, and the choice. */
export function FieldConflict({ workspace, entry, collisions }: Props) {
  const { t } = useTranslation('conflicts')
  const [choices, setChoices] = useState<Choices>({ sides: {}, own: {} })
  const [editing, setEditing] = useState(false)
  const [malformed, setMalformed] = useState(false)
  const { take, busy, problem } = useResolve(workspace, entry.id)

  const all = (side: Side) =>
    setChoices(({ own }) => ({ own, sides: Object.fromEntries(collisions.map(({ column }) => [column, side])) }))
  const save = () => {
    try {
      setMalformed(false)
      take(resolutionOf(collisions, choices))
    } catch {
      setMalformed(true)
    }
  }
  usePageKeys([
    { keys: 'M', run: () => all('mine') },
    { keys: 'T', run: () => all('theirs') },
    { keys: 'E', run: () => setEditing(true) },
  ])
  // Saving works from inside a field as well.
  useHotkeys([['mod+Enter', save]], [])

  return (
    <article className={classes.detail}>
      <ConflictHead workspace={workspace} entry={entry} />
      <FieldTable
        collisions={collisions}
        choices={choices}
        editing={editing}
        decidedAt={entry.madeAt}
        onChoose={(column, side) => setChoices(({ own, sides }) => ({ own, sides: { ...sides, [column]: side } }))}
        onType={(column, text) =>
          setChoices(({ own, sides }) => ({
            own: { ...own, [column]: text },
            sides: { ...sides, [column]: 'own' },
          }))
        }
      />
      {problem && <ProblemNote problem={problem} />}
      {malformed && <p className={classes.wrong}>{t('malformed')}</p>}
      <div className={classes.actions}>
        <Button
          variant="filled"
          loading={busy}
          onClick={save}
          rightSection={<Shortcut keys="mod+Enter" />}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {t('save')}
        </Button>
        <Button onClick={() => all('mine')} rightSection={<Shortcut keys="M" />} aria-keyshortcuts="M">
          {t('allMine')}
        </Button>
        <Button onClick={() => all('theirs')} rightSection={<Shortcut keys="T" />} aria-keyshortcuts="T">
          {t('allTheirs')}
        </Button>
        {!editing && (
          <Button onClick={() => setEditing(true)} rightSection={<Shortcut keys="E" />} aria-keyshortcuts="E">
            {t('edit')}
          </Button>
        )}
      </div>
    </article>
  )
}
