import { Button, Loader } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconDatabaseSearch, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import type { ReactCodeMirrorRef } from '@uiw/react-codemirror'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { Page } from '#renderer/components/page.tsx'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { useCatalogue } from '#renderer/features/catalogue/use-catalogue.ts'
import { draftKey, keepDraft, useDraft } from '#renderer/features/drafts/draft-store.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { useWorkspace } from '#renderer/routes/use-workspace.ts'
import { placeOf } from './place-of.ts'
import classes from './sql.module.css'
import { SqlEditor } from './sql-editor.tsx'
import { SqlHistory } from './sql-history.tsx'
import { SqlProblem } from './sql-problem.tsx'
import { SqlResult } from './sql-result.tsx'
import { useQuery } from './use-query.ts'

/** Questions in SQL to the rows on this computer, as the person, and never more than questions. */
export function SqlPage() {
  const { t } = useTranslation('sql')
  const format = useFormat()
  const workspace = useWorkspace()
  const draft = draftKey('sql', workspace)
  const text = useDraft(draft)
  const { data: catalogue } = useCatalogue(workspace)
  const editor = useRef<ReactCodeMirrorRef>(null)
  const { result, failed, running, run, runAllTheSame, stop, forget } = useQuery(workspace)
  const { position } = failed?.problem.params ?? {}
  const wrong = useMemo(
    () => (failed && position !== undefined ? placeOf(failed.sql, Number(position)) : undefined),
    [failed, position],
  )
  useHotkeys([
    ['mod+Enter', () => run(text)],
    ['Escape', stop],
  ])

  function write(next: string) {
    keepDraft(draft, next)
    forget()
  }

  function showPlace() {
    const view = editor.current?.view
    if (!view || !wrong) return
    view.dispatch({ selection: { anchor: wrong.from, head: wrong.to }, scrollIntoView: true })
    view.focus()
  }

  return (
    <Page title={t('title')} note={t('note')} actions={<SqlHistory workspace={workspace} onChoose={write} />}>
      <div className={classes.desk}>
        <div className={classes.editor}>
          <SqlEditor
            ref={editor}
            value={text}
            onChange={write}
            onRun={() => run(text)}
            catalogue={catalogue}
            wrong={wrong}
          />
        </div>
        <div className={classes.bar}>
          {running ? (
            <Button size="compact-sm" leftSection={<IconPlayerStop size={15} stroke={1.6} />} onClick={stop}>
              {t('stop')}
            </Button>
          ) : (
            <Button
              variant="filled"
              size="compact-sm"
              leftSection={<IconPlayerPlay size={15} stroke={1.6} />}
              rightSection={<Shortcut keys="mod+Enter" />}
              aria-keyshortcuts="Control+Enter"
              disabled={text.trim() === ''}
              onClick={() => run(text)}
            >
              {t('run')}
            </Button>
          )}
          <span role="status" className={classes.said}>
            {running && (
              <>
                <Loader size={12} color="var(--o-second)" aria-hidden /> {t('running')}
              </>
            )}
            {!running && !failed && result && (
              <>
                {t('rows', {
                  count: result.rows.length,
                  number: format.number(result.rows.length),
                  span: `${format.number(Math.max(1, Math.round(result.took)))} ms`,
                })}
                {result.more && ` · ${t('more', { number: format.number(result.rows.length) })}`}
              </>
            )}
          </span>
        </div>
        {failed && (
          <SqlProblem
            problem={failed.problem}
            place={wrong}
            onShow={showPlace}
            onAllTheSame={() => runAllTheSame(failed.sql)}
          />
        )}
        <div className={classes.result}>
          {result ? (
            <SqlResult workspace={workspace} result={result} />
          ) : (
            <EmptyState
              icon={<IconDatabaseSearch size={28} stroke={1.4} aria-hidden="true" />}
              title={t('start.title')}
              hint={t('start.hint')}
            />
          )}
        </div>
      </div>
    </Page>
  )
}
