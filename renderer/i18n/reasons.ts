import type { Label } from '#shared/systems/manifest.ts'
import { generalReasons } from './general-reasons.ts'
import { importReasons } from './import-reasons.ts'

interface MessagesFile {
  readonly messages: Readonly<Record<string, Label>>
}

const files = import.meta.glob<MessagesFile>('../../shared/systems/*/messages.ts', { eager: true })
const messages = Object.assign({}, ...Object.values(files).map((file) => file.messages)) as Record<string, Label>

/** The sentence for a reason that a database gave (`review.superseded`, `unique_violation`), if there is one. */
export function reasonLabel(reason: string): Label | undefined {
  return messages[reason] ?? generalReasons[reason] ?? importReasons[reason]
}
