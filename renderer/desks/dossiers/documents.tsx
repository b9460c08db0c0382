import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import table from '#renderer/components/data-table.module.css'
import { Section } from '#renderer/components/section.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { When } from '#renderer/components/when.tsx'
import { paths } from '#renderer/routes/paths.ts'
import type { Dossier } from '#shared/contract/dossiers.ts'
import classes from './dossier.module.css'
import { useEnumWords } from './words.ts'

interface Props {
  readonly workspace: string
  readonly documents: Dossier['documents']
}

/** The dossier's documents; each opens in the review desk. */
export function Documents({ workspace, documents }: Props) {
  const { t } = useTranslation('dossiers')
  const words = useEnumWords()
  return (
    <Section title={t('documents')}>
      {documents.length === 0 ? (
        <p className={classes.soft}>{t('noDocuments')}</p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th>{t('document.type')}</th>
              <th>{t('document.step')}</th>
              <th>{t('document.status')}</th>
              <th className={table.right}>{t('document.version')}</th>
              <th className={table.right}>{t('document.uploaded')}</th>
            </tr>
          </thead>
          <tbody>
            {documents.map((document) => (
              <tr key={document.id}>
                <td>
                  {document.version > 0 ? (
                    <Link className={classes.link} to={paths.review(workspace, document.id)}>
                      {document.documentType}
                    </Link>
                  ) : (
                    document.documentType
                  )}
                </td>
                <td className={classes.second}>{document.step}</td>
                <td>
                  <span className={classes.documentState}>
                    <span className={classes.documentStatus} data-status={document.status}>
                      {words('document_status', document.status)}
                    </span>
                    {document.mark && <StateMark state={document.mark} />}
                  </span>
                </td>
                <td className={table.right}>{document.version || ''}</td>
                <td className={table.right}>{document.uploadedAt && <When at={document.uploadedAt} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
