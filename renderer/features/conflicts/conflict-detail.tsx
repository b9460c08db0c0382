import type { EntryView } from '#shared/contract/entries.ts'
import { DecisionConflict } from './decision-conflict.tsx'
import { FieldConflict } from './field-conflict.tsx'
import { Rejection } from './rejection.tsx'
import { VersionConflict } from './version-conflict.tsx'
import { versionsOf } from './versions-of.ts'

interface Props {
  readonly workspace: string
  readonly entry: EntryView
}

/** The view that fits what happened: fields that differ, a document that moved on, a decision that lost its ground. */
export function ConflictDetail({ workspace, entry }: Props) {
  const { conflict } = entry
  if (entry.state === 'rejected' || !conflict) return <Rejection workspace={workspace} entry={entry} />
  if (conflict.collisions.length > 0)
    return <FieldConflict workspace={workspace} entry={entry} collisions={conflict.collisions} />
  const versions = versionsOf(entry)
  if (versions) return <VersionConflict workspace={workspace} entry={entry} versions={versions} />
  return <DecisionConflict workspace={workspace} entry={entry} />
}
