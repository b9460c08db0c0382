import { useTranslation } from 'react-i18next'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { offerToTakeBack } from '#renderer/features/batch/take-back.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { ColumnTable } from './column-table.tsx'
import { FileChoice } from './file-choice.tsx'
import classes from './import.module.css'
import { LastStep } from './last-step.tsx'
import { OutcomeView } from './outcome-view.tsx'
import { Step } from './step.tsx'
import { TakenBack } from './taken-back.tsx'
import { keysIn, useImport } from './use-import.ts'
import { WayChoice } from './way-choice.tsx'
import { Working } from './working.tsx'

interface Props {
  readonly workspace: string
  readonly relation: Relation
}

/** File, columns, what is done, check: each step below the one before, so that all of it can be seen and changed. */
export function ImportSteps({ workspace, relation }: Props) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const run = useImport(
    workspace,
    relation.relation,
    relation.may.insert ? 'insert' : 'update',
    ({ entries }, tell) => {
      const message = t('did', { count: entries.length, number: format.number(entries.length) })
      offerToTakeBack(workspace, entries, message, tell, t('takeBack'))
    },
  )
  const { id, opened, choice, doing, outcome, offer, problem, progress } = run
  const isTakenBack = offer?.is === 'taken'
  const isFixed = doing !== null || (outcome?.isDone === true && !isTakenBack)
  return (
    <div className={classes.page}>
      <Step number={1} title={t('step.file')}>
        <FileChoice file={opened} busy={doing !== null} onFile={(file) => void run.read(file)} />
        {doing === 'reading' && (
          <p className={classes.soft} role="status">
            {t('reading')}
          </p>
        )}
        {problem && <ProblemNote problem={problem} />}
      </Step>
      {opened && (
        <>
          <Step number={2} title={t('step.columns')}>
            <ColumnTable
              workspace={workspace}
              relation={relation}
              columns={opened.columns}
              map={choice.map}
              disabled={isFixed}
              onChange={(map) => run.change({ map })}
            />
          </Step>
          <Step number={3} title={t('step.way')}>
            <WayChoice
              workspace={workspace}
              relation={relation}
              way={choice.way}
              by={choice.by}
              keys={keysIn(opened.keys, choice.map)}
              disabled={isFixed}
              onChange={run.change}
            />
          </Step>
          <Step number={4} title={t('step.check')}>
            {outcome && doing === null && isTakenBack && <TakenBack {...offer} />}
            {outcome && doing === null && !isTakenBack && (
              <OutcomeView
                id={id}
                workspace={workspace}
                relation={relation.relation}
                outcome={outcome}
                total={opened.rows}
              />
            )}
            {doing === 'checking' || doing === 'applying' ? (
              <Working label={t(doing)} {...progress} onStop={run.stop} />
            ) : (
              <LastStep
                workspace={workspace}
                relation={relation.relation}
                outcome={isTakenBack ? undefined : outcome}
                offer={offer}
                canCheck={doing === null && Object.keys(choice.map).length > 0}
                onCheck={() => void run.check()}
                onApply={() => void run.apply()}
              />
            )}
          </Step>
        </>
      )}
    </div>
  )
}
