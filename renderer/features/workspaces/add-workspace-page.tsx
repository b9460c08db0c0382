import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { workspace as workspaceSchema } from '#shared/contract/workspaces.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { Page } from '../../components/page.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useProblemText } from '../../i18n/problem-text.ts'
import { paths } from '../../routes/paths.ts'
import classes from './add-workspace-page.module.css'
import { type Field, fieldOf } from './field-of.ts'
import { systems } from './systems.ts'
import { loadWorkspaces } from './workspaces-store.ts'

/** Points the console at one Supabase project. The engine tries the address and the key before it keeps them. */
export function AddWorkspacePage() {
  const { t } = useTranslation('workspaces')
  const problemText = useProblemText()
  const navigate = useNavigate()
  const [values, setValues] = useState({ name: '', system: systems[0]?.system ?? 'plain', url: '', key: '' })
  const [wrong, setWrong] = useState<Partial<Record<Field, string>>>({})
  const [problem, setProblem] = useState<ReturnType<typeof problemOf>>()
  const [busy, setBusy] = useState(false)

  const bind = (field: Field) => ({
    value: values[field],
    error: wrong[field],
    onChange: (event: { currentTarget: { value: string } }) => change(field, event.currentTarget.value),
  })

  function change(field: Field, value: string) {
    setValues((before) => ({ ...before, [field]: value }))
    setWrong(({ [field]: _, ...others }) => others)
  }

  async function add(event: FormEvent) {
    event.preventDefault()
    setProblem(undefined)
    const entered = { ...values, url: values.url.trim().replace(/\/+$/, ''), key: values.key.trim() }
    const parsed = workspaceSchema.safeParse(entered)
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => issue.path[0] as Field)
      return setWrong(Object.fromEntries(fields.map((field) => [field, t(`wrong.${field}`)])))
    }
    setBusy(true)
    try {
      const added = await api.workspaces.add(parsed.data)
      await loadWorkspaces()
      navigate(paths.workspace(added.name))
    } catch (error) {
      const said = problemOf(error)
      const field = fieldOf(said)
      if (field) setWrong({ [field]: problemText(said) })
      else setProblem(said)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Page title={t('add.title')}>
      <form className={classes.form} onSubmit={add} noValidate>
        <p className={classes.hint}>{t('add.hint')}</p>
        <TextInput label={t('name')} description={t('nameHint')} autoFocus spellCheck={false} {...bind('name')} />
        <Select
          label={t('system')}
          description={t('systemHint')}
          data={[
            ...systems.map(({ system, name }) => ({ value: system, label: name })),
            { value: 'plain', label: t('plain') },
          ]}
          value={values.system}
          error={wrong.system}
          onChange={(value) => change('system', value ?? 'plain')}
        />
        <TextInput
          label={t('url')}
          type="url"
          placeholder="https://abcd.supabase.co"
          spellCheck={false}
          {...bind('url')}
        />
        <Textarea
          label={t('key')}
          description={t('keyHint')}
          autosize
          minRows={2}
          maxRows={5}
          spellCheck={false}
          classNames={{ input: classes.key ?? '' }}
          {...bind('key')}
        />
        {problem && <ProblemNote problem={problem} />}
        <div className={classes.actions}>
          <Button type="submit" variant="filled" loading={busy}>
            {t('add.submit')}
          </Button>
          <Button component={Link} to={paths.home}>
            {t('add.cancel')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
