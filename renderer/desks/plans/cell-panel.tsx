import { Button, Checkbox, CloseButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { Shortcut } from '#renderer/components/shortcut.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { toastDone } from '#renderer/components/toast.ts'
import { FieldInput } from '#renderer/features/forms/field-input.tsx'
import { useSubmit } from '#renderer/features/forms/use-submit.ts'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { useProblemText } from '#renderer/i18n/problem-text.ts'
import { paths } from '#renderer/routes/paths.ts'
import type { PlanCell } from '#shared/contract/plans.ts'
import { featureChange } from './feature-change.ts'
import { OverLimit } from './over-limit.tsx'
import { cellMark, cellValue, type PlanRow } from './plan-rows.ts'
import { PlanValue } from './plan-value.tsx'
import classes from './plans.module.css'

interface Props {
  readonly workspace: string
  readonly row: PlanRow
  readonly cell: PlanCell
  /** How many organisations are on the plan. */
  readonly organizations: number
  readonly mayChange: boolean
  readonly onSaved: () => Promise<void>
  readonly onClose: () => void
}

const TYPING_MS = 180

/** One cell of the matrix: its value now, the new one, and whom that would put over the limit, before it is saved. */
export function CellPanel({ workspace, row, cell, organizations, mayChange, onSaved, onClose }: Props) {
  const { t } = useTranslation('plans')
  const text = useProblemText()
  const format = useFormat()
  const words = useLinkdevWords()
  const { submit, busy, problem } = useSubmit(workspace)
  const isSwitch = row.switchName !== null
  const now = cellValue(row, cell) ?? ''
  const mark = cellMark(row, cell)
  const [typed, setTyped] = useState<string>()
  const draft = typed ?? now
  const [counted] = useDebouncedValue(draft, TYPING_MS)
  const name = row.switchName === null ? words.feature(row.feature) : words.switchName(row.switchName)
  const title = t('cell', { plan: words.plan(cell.plan), feature: name })
  const onPlan = { column: 'plan_name', is: 'is' as const, value: cell.plan }
  const onValue = problem?.field === 'p_value'
  const save = async () => {
    if (draft === now || !mayChange) return
    if (!(await submit(() => featureChange(row, cell, draft)))) return
    // Shown as typed until the matrix has it: nothing flickers back.
    await onSaved()
    setTyped(undefined)
    toastDone(t('saved', { what: title }))
  }
  return (
    <section className={classes.panel} aria-label={title}>
      <form
        className={classes.edit}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className={classes.panelHead}>
          <h2>{title}</h2>
          {mark && <StateMark state={mark} />}
          <CloseButton size="sm" ml="auto" aria-label={t('close')} onClick={onClose} />
        </div>
        {draft !== now && (
          <p className={classes.fromTo}>
            <span className={classes.was}>
              <PlanValue isSwitch={isSwitch} value={now} />
            </span>
            <IconArrowRight size={13} aria-hidden="true" />
            <PlanValue isSwitch={isSwitch} value={draft} />
          </p>
        )}
        {mayChange && isSwitch && (
          <Checkbox
            label={t('on')}
            checked={draft === 'true'}
            onChange={(event) => setTyped(String(event.currentTarget.checked))}
          />
        )}
        {mayChange && !isSwitch && (
          <>
            <FieldInput
              kind="number"
              label={t('value')}
              disabled={draft === '-1'}
              error={onValue && problem && text(problem)}
              value={draft === '-1' ? '' : draft}
              onChange={(next) => setTyped(next ?? '')}
            />
            <Checkbox
              label={t('noLimit')}
              checked={draft === '-1'}
              onChange={(event) => setTyped(event.currentTarget.checked ? '-1' : now === '-1' ? '' : now)}
            />
          </>
        )}
        {problem && !(onValue && !isSwitch) && <ProblemNote problem={problem} />}
        {mayChange ? (
          <Button
            type="submit"
            variant="filled"
            disabled={busy || draft === now}
            rightSection={<Shortcut keys="Enter" />}
          >
            {t('save')}
          </Button>
        ) : (
          <p className={classes.soft}>{t('onlySuper')}</p>
        )}
        <p className={classes.soft}>{t('concerns')}</p>
      </form>
      {isSwitch ? (
        <div className={classes.over}>
          <Link className={classes.link} to={paths.table(workspace, 'public.org_subscriptions', onPlan)}>
            {t('onPlan', { count: organizations, number: format.number(organizations), plan: words.plan(cell.plan) })}
          </Link>
        </div>
      ) : (
        <OverLimit workspace={workspace} plan={cell.plan} feature={row.feature} limit={counted} />
      )}
    </section>
  )
}
