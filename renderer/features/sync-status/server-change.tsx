import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#shared/contract/errors.ts'
import type { ServerReport } from '#shared/contract/sync.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { useCall } from '../../bridge/use-call.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useEntryWords } from '../entries/entry-words.ts'
import { type Answers, choiceOf, openOf } from './server-answers.ts'
import classes from './server-change.module.css'
import { setWorkOffline } from './work-offline.ts'

/** A server that was restored or replaced: what it lost, and the person's choice. Nothing is sent before it. */
export function ServerChange({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('sync')
  const { data: report, problem, reload } = useCall(`server/${workspace}`, () => api.sync.server({ workspace }))
  if (problem && !report) return <ProblemNote problem={problem} onRetry={reload} />
  if (!report) return <p>{t('server.comparing')}</p>
  if (report.otherSystem !== null) return <p role="alert">{t('server.otherSystem', { system: report.otherSystem })}</p>
  return <Choice workspace={workspace} report={report} />
}

function Choice({ workspace, report }: { readonly workspace: string; readonly report: ServerReport }) {
  const { t } = useTranslation('sync')
  const [answers, setAnswers] = useState<Answers>({})
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const { change, lost, waiting } = report
  const open = openOf(lost, answers)

  async function goOn() {
    setBusy(true)
    setProblem(undefined)
    try {
      await api.sync.acceptServer({ workspace, ...choiceOf(lost, answers) })
      await api.sync.now({ workspace })
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }

  const all = (answer: 'again' | 'leave') => setAnswers(Object.fromEntries(lost.map(({ id }) => [id, answer])))
  return (
    <section className={classes.change} aria-labelledby="server-change">
      <h2 id="server-change">{t(`server.title.${change}`)}</h2>
      <p>{t('server.safe')}</p>
      <p>{lost.length === 0 ? t('server.nothingLost') : t('server.lost', { count: lost.length })}</p>
      {lost.length > 1 && (
        <div className={classes.all}>
          <Button size="compact-sm" onClick={() => all('again')}>
            {t('server.againAll')}
          </Button>
          <Button size="compact-sm" onClick={() => all('leave')}>
            {t('server.leaveAll')}
          </Button>
        </div>
      )}
      {lost.length > 0 && (
        <ul className={classes.list}>
          {lost.map((entry) => (
            <li key={entry.id}>
              <Decision workspace={workspace} entry={entry} />
              <SegmentedControl
                size="xs"
                aria-label={t('server.answer')}
                value={answers[entry.id] ?? ''}
                onChange={(answer) => setAnswers({ ...answers, [entry.id]: answer as 'again' | 'leave' })}
                data={[
                  { value: 'again', label: t('server.again') },
                  { value: 'leave', label: t('server.leave') },
                ]}
              />
            </li>
          ))}
        </ul>
      )}
      {waiting.length > 0 && (
        <>
          <p>{t('server.waiting', { count: waiting.length })}</p>
          <ul className={classes.list}>
            {waiting.map((entry) => (
              <li key={entry.id}>
                <Decision workspace={workspace} entry={entry} />
              </li>
            ))}
          </ul>
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
      <div className={classes.all}>
        <Button variant="filled" loading={busy} disabled={open > 0} onClick={goOn}>
          {t('server.goOn')}
        </Button>
        <Button onClick={() => setWorkOffline(workspace, true)}>{t('server.stayOffline')}</Button>
        {open > 0 && <span className={classes.soft}>{t('server.open', { count: open })}</span>}
      </div>
    </section>
  )
}

function Decision({ workspace, entry }: { readonly workspace: string; readonly entry: ServerReport['lost'][number] }) {
  const { what, about } = useEntryWords(workspace)(entry)
  return (
    <span className={classes.what}>
      {what}
      <span className={classes.soft}>{about}</span>
    </span>
  )
}
