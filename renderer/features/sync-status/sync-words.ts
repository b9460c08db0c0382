import type { TFunction } from 'i18next'
import type { Status } from '#shared/contract/sync.ts'
import type { Format } from '../../i18n/format.ts'

/** One or a few words for how a workspace stands: always what the engine last said, never a hope. */
export function stateWords(t: TFunction<'sync'>, format: Format, status: Status): string {
  const { progress } = status
  if (status.state === 'syncing' && progress) {
    const { done, total } = progress.rows
    if (progress.phase === 'opening' || total === 0) return t(`phase.${progress.phase}`)
    return t(`phaseOf.${progress.phase}`, { done: format.number(done), total: format.number(total) })
  }
  if (status.state === 'offline' && status.workOffline) return t('state.chosenOffline')
  if (status.state === 'attention' && status.problem?.code === 'server_replaced') return t('state.replaced')
  if (status.state === 'attention' && status.problem?.code === 'signed_out') return t('state.again')
  return t(`state.${status.state}`)
}
