import { useTranslation } from 'react-i18next'
import classes from './conflicts-page.module.css'

interface Props {
  readonly version: string | undefined
  readonly tone: 'old' | 'new'
}

/** Lies over a document in a comparison: which version it is, and what it is to the decision. */
export function VersionTag({ version, tone }: Props) {
  const { t } = useTranslation('conflicts')
  return (
    <span className={classes.tag} data-tone={tone}>
      {t(`tag.${tone}`, { version: version ?? '?' })}
    </span>
  )
}
