import { useTranslation } from 'react-i18next'
import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { toastProblem } from '#renderer/components/toast.ts'
import { draftKey, keepDraft, useDraft } from '#renderer/features/drafts/draft-store.ts'
import type { QueueRow, ReviewDocument } from '#shared/contract/review.ts'
import { useDecided } from './decided-store.ts'
import { DecisionBox } from './decision-box.tsx'
import classes from './document.module.css'
import { DocumentColumn, NoVersion } from './document-column.tsx'
import { Earlier } from './earlier.tsx'
import { Facts, Subtitle } from './facts.tsx'
import side from './side.module.css'
import { standingOf } from './standing.ts'
import { StandingNotice } from './standing-notice.tsx'
import { undoDecision } from './undo-decision.ts'
import type { useDecision } from './use-decision.ts'
import { useShownVersion } from './use-shown-version.ts'
import { Versions } from './versions.tsx'

const relations = [
  'public.documents',
  'public.document_versions',
  'public.document_reviews',
  'public.dossiers',
  'public.step_instances',
  'public.profiles',
  'public.agents',
]

interface Props {
  readonly workspace: string
  readonly documentId: string
  /** The document's row of the queue, when it is known: its words are there before the rest. */
  readonly row: QueueRow | undefined
  readonly decision: ReturnType<typeof useDecision>
}

/** One document in front of a reviewer: the pages in the middle, the facts and the decision at the right. */
export function DocumentReview({ workspace, documentId, row, decision }: Props) {
  const { t } = useTranslation('review')
  const { data, problem, reload } = useCall(
    `review/${workspace}/${documentId}`,
    async () => inOrder(await api.review.document({ workspace, documentId })),
    { workspace, relations },
  )
  const version = useShownVersion(data)
  const draft = draftKey('review', workspace, documentId)
  const comment = useDraft(draft)
  const standing = data && version ? standingOf(data, version) : undefined
  // While the next document is on its way, a second key would decide on this one again.
  const justDecided = useDecided((decided) => version !== undefined && decided[version.shown.versionId] !== undefined)
  const undo = () => {
    undoDecision(workspace, documentId).catch(toastProblem)
  }

  return (
    <>
      <div className={classes.column}>
        {data && version && standing && (
          <StandingNotice workspace={workspace} standing={standing} version={version} onUndo={undo} />
        )}
        <div className={classes.document}>
          {data && version && <DocumentColumn workspace={workspace} document={data} version={version} />}
          {data && !version && <NoVersion />}
          {problem && !data && (
            <div className={classes.problem}>
              <ProblemNote problem={problem} onRetry={reload} />
            </div>
          )}
        </div>
      </div>
      <aside className={side.side} aria-label={t('aside')}>
        <div className={side.about}>
          <h2 className={side.title}>{data?.documentType ?? row?.documentType}</h2>
          <p className={side.subtitle}>{data ? <Subtitle document={data} /> : row?.client}</p>
          {data && <Facts workspace={workspace} document={data} />}
          {data && version && <Versions workspace={workspace} document={data} version={version} />}
          {data && <Earlier document={data} />}
        </div>
        <DecisionBox
          comment={comment}
          onComment={(text) => {
            keepDraft(draft, text)
            decision.setProblem(documentId, undefined)
          }}
          onDecide={(verdict) => {
            if (version) void decision.decide({ documentId, versionId: version.shown.versionId, comment }, verdict)
          }}
          closed={standing?.kind !== 'open' || justDecided}
          busy={decision.busy}
          problem={decision.problemFor(documentId)}
          onMissingComment={() => decision.setProblem(documentId, commentMissing)}
        />
      </aside>
    </>
  )
}

/** Versions and reviews in the order in which they came. */
function inOrder(document: ReviewDocument): ReviewDocument {
  return {
    ...document,
    versions: document.versions.toSorted((a, b) => a.version - b.version),
    reviews: document.reviews.toSorted((a, b) => a.version - b.version || a.at.localeCompare(b.at)),
  }
}

/** The same as the database says, without asking it. */
const commentMissing = {
  code: 'refused',
  field: 'p_comment',
  reason: 'review.comment_required',
  message: 'Write what is wrong: the client is told when a document is rejected.',
} as const
