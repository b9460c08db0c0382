import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { ChoiceFilter } from '#renderer/features/grid/choice-filter.tsx'
import { useAuditWords } from '#renderer/features/linkdev/use-audit-words.ts'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import classes from './audit.module.css'
import { type AuditChoice, KINDS } from './audit-choice.ts'
import { WhenFilter } from './when-filter.tsx'

interface Props {
  readonly workspace: string
  readonly choice: AuditChoice
  readonly onChange: (change: Partial<AuditChoice>) => void
  /** At the right end. */
  readonly children?: ReactNode
}

const relations = ['public.audit_logs']

/** What narrows the log: who, what, where and when. */
export function AuditFilters({ workspace, choice, onChange, children }: Props) {
  const { t } = useTranslation('audit')
  const words = useLinkdevWords()
  const audit = useAuditWords()
  const { data } = useCall(`audit-choices/${workspace}`, () => api.audit.choices({ workspace }), {
    workspace,
    relations,
  })
  const { who, actions, tables, organization } = choice
  const kind = (value: string) =>
    value === 'staff' || value === 'user' || value === 'system' ? t(`kind.${value}`) : value
  const people = [
    ...KINDS.map((value) => ({
      value,
      label: kind(value),
      count: data?.kinds.find((one) => one.value === value)?.entries ?? 0,
    })),
    ...(data?.staff ?? []).map(({ id, name, entries }) => ({ value: id, label: name, count: entries })),
  ]
  const counted = (list: readonly { value: string; entries: number }[] | undefined, say: (value: string) => string) =>
    (list ?? []).map(({ value, entries }) => ({ value, label: say(value), count: entries }))
  return (
    <div className={classes.filters}>
      <ChoiceFilter
        choices={people}
        chosen={who}
        onChange={(chosen) => onChange({ who: chosen })}
        label={who.length > 1 ? t('whos', { count: who.length }) : t('who')}
        allLabel={t('everybody')}
      />
      <ChoiceFilter
        choices={counted(data?.actions, words.action)}
        chosen={actions}
        onChange={(chosen) => onChange({ actions: chosen })}
        label={actions.length > 1 ? t('actions', { count: actions.length }) : t('action')}
        allLabel={t('allActions')}
      />
      <ChoiceFilter
        choices={counted(data?.tables, audit.table)}
        chosen={tables}
        onChange={(chosen) => onChange({ tables: chosen })}
        label={tables.length > 1 ? t('tables', { count: tables.length }) : t('table')}
        allLabel={t('allTables')}
      />
      <WhenFilter choice={choice} onChange={onChange} />
      {organization !== null && (
        <OrganizationChip workspace={workspace} id={organization} onClear={() => onChange({ organization: null })} />
      )}
      <span className={classes.end}>{children}</span>
    </div>
  )
}

interface ChipProps {
  readonly workspace: string
  readonly id: string
  readonly onClear: () => void
}

/** The one organisation that the log is narrowed to; a click shows all again. */
function OrganizationChip({ workspace, id, onClear }: ChipProps) {
  const { t } = useTranslation('audit')
  const { data } = useCall(
    `organization/${workspace}/${id}`,
    () => api.record.get({ workspace, relation: 'public.organizations', key: JSON.stringify([id]) }),
    { workspace, relations: ['public.organizations'] },
  )
  return (
    <Button
      size="compact-sm"
      variant="light"
      title={t('clearOrganization')}
      rightSection={<IconX size={12} aria-hidden="true" />}
      onClick={onClear}
    >
      {t('organization', { name: data?.title ?? id })}
    </Button>
  )
}
