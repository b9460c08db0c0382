import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/bridge/api.ts'
import { toastProblem } from '#renderer/components/toast.ts'
import { useFormat } from '#renderer/i18n/format.ts'

interface Props {
  readonly list: Parameters<typeof api.rows.count>[0]
  readonly total: number
  readonly exact: boolean
}

/** How many rows a list has; where that is an estimate, the exact number is a click away. */
export function RowCount({ list, total, exact }: Props) {
  const { t } = useTranslation('tables')
  const format = useFormat()
  const [counted, setCounted] = useState<{ readonly total: number; readonly of: number }>()
  if (exact) return t('rows', { count: total, number: format.number(total) })
  if (counted?.of === total) return t('rows', { count: counted.total, number: format.number(counted.total) })
  const count = () => {
    api.rows.count(list).then((answer) => setCounted({ total: answer.total, of: total }), toastProblem)
  }
  return (
    <>
      {t('about', { number: format.number(total) })}{' '}
      <Anchor component="button" type="button" fz="inherit" onClick={count}>
        {t('count')}
      </Anchor>
    </>
  )
}
