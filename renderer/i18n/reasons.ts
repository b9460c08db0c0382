import type { Label } from '#shared/systems/manifest.ts'

interface MessagesFile {
  readonly messages: Readonly<Record<string, Label>>
}

const files = import.meta.glob<MessagesFile>('../../shared/systems/*/messages.ts', { eager: true })
const messages = Object.assign({}, ...Object.values(files).map((file) => file.messages)) as Record<string, Label>

/** Reasons that any database may give, beside those that a system's own functions give. */
const database: Record<string, Label> = {
  unique_violation: {
    en: 'Another record already has this value.',
    fr: 'Un autre enregistrement a déjà cette valeur.',
  },
  foreign_key_violation: {
    en: 'It refers to a record that does not exist or is still in use.',
    fr: 'Il renvoie à un enregistrement qui n’existe pas ou qui est encore utilisé.',
  },
  check_violation: { en: 'This value is not allowed here.', fr: 'Cette valeur n’est pas permise ici.' },
  not_null_violation: { en: 'A value is missing.', fr: 'Il manque une valeur.' },
  insufficient_privilege: { en: 'Your account may not do this.', fr: 'Votre compte ne permet pas cette action.' },
}

/** The sentence for a reason that a database gave (`review.superseded`, `unique_violation`), if there is one. */
export function reasonLabel(reason: string): Label | undefined {
  return messages[reason] ?? database[reason]
}
