import type { i18n as I18n } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '#shared/contract/entries.ts'
import type { Manifest } from '#shared/systems/manifest.ts'
import { fill } from '../../i18n/fill.ts'
import { sentence } from '../../i18n/sentence.ts'
import { inLanguage, inWords, manifestOf, tableWords, valueWords } from '../workspaces/systems.ts'
import { useWorkspaceItem } from '../workspaces/workspaces-store.ts'

export interface EntryWords {
  /** What was decided: `Approve Passport`. */
  readonly what: string
  /** Whom or what it concerns besides: `Ama Mensah · D-2025-01873 · version 2`. */
  readonly about: string
}

type Spoken = Pick<EntryView, 'operation' | 'subject'>

const isEnum = (value: unknown): value is string => typeof value === 'string' && /^[A-Z][A-Z_]+$/.test(value)

/** The sentence for a function call: by a value it was given, else for `any`, else the one that names `nobody`. */
function callSentence(i18n: I18n, name: string, args: Record<string, unknown>, words: Record<string, string>) {
  const keys = [...Object.values(args).filter(isEnum), 'any', 'nobody']
  for (const value of keys) {
    const open = sentence(i18n, 'decisions', `${name}.${value}`)
    const filled = open && fill(open, words)
    if (filled) return { filled, open }
  }
  return undefined
}

function aboutWords(i18n: I18n, [name, value]: readonly [string, string]): string {
  const open = sentence(i18n, 'decisions', `word.${name}`)
  return (open && fill(open, { value })) ?? value
}

/** An entry in the person's words, from its operation and the words of its subject. */
export function entryWords(i18n: I18n, manifest: Manifest | undefined, { operation, subject }: Spoken): EntryWords {
  const words = Object.entries(subject)
  if (operation.kind === 'call') {
    const args = Object.entries(operation.args).filter((arg): arg is [string, string] => isEnum(arg[1]))
    const values = Object.fromEntries(args.map(([name, value]) => [name, valueWords(value, i18n.language)]))
    const said = callSentence(i18n, operation.function, operation.args, { ...values, ...subject })
    if (said) {
      const others = words.filter(([name]) => !said.open.includes(`{{${name}}}`))
      return { what: said.filled, about: others.map((word) => aboutWords(i18n, word)).join(' · ') }
    }
    const label = manifest?.actions[operation.function]?.label
    const what = label ? inLanguage(label, i18n.language) : inWords(operation.function)
    return { what, about: words.map((word) => aboutWords(i18n, word)).join(' · ') }
  }
  const table = tableWords(manifest, operation.relation, i18n.language)
  const [first, ...others] = words
  const about = others.map((word) => aboutWords(i18n, word))
  return {
    what: i18n.t(`decisions:${operation.kind}`, { what: first?.[1] ?? table }),
    about: [first && table, ...about].filter(Boolean).join(' · '),
  }
}

/** `entryWords` for a workspace, in the language chosen now. */
export function useEntryWords(workspace: string): (entry: Spoken) => EntryWords {
  const { i18n } = useTranslation()
  const manifest = manifestOf(useWorkspaceItem(workspace)?.system)
  return useCallback((entry) => entryWords(i18n, manifest, entry), [i18n, manifest])
}
