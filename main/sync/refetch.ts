import type { Hello, SnapshotPage } from '#shared/model/protocol.ts'
import { PAGE_ROWS, pull, type Report } from './inbound.ts'
import { expected, FirstCopyProgress } from './progress.ts'
import type { Replica } from './replica.ts'

/** Stages a whole table anew; the next cut leaves only what is staged, and until then nothing moves on the screens. */
export async function refetch(
  replica: Replica,
  relation: string,
  signal: AbortSignal,
  onPage: (page: SnapshotPage) => void = () => undefined,
): Promise<void> {
  const mirror = await replica.mirror()
  await mirror.forgetRows(relation)
  const { [relation]: kept = null } = await mirror.keeping()
  let after: string | null = null
  do {
    const page: SnapshotPage = await replica.gateway.snapshot(relation, after, PAGE_ROWS, { kept })
    signal.throwIfAborted()
    await mirror.stageSnapshot(page)
    onPage(page)
    after = page.next
  } while (after !== null)
}

/**
 * The person sees other rows than before, though no row has changed (a role, a policy): every table is fetched anew
 * beside what is there, and put in place as one cut; what is here without being kept is asked for again.
 */
export async function refetchAll(replica: Replica, hello: Hello, report: Report, signal: AbortSignal): Promise<void> {
  const mirror = await replica.mirror()
  await mirror.attach(hello.relations)
  const none = (await mirror.loading()).map((table) => ({ ...table, rows: 0, done: false }))
  const progress = new FirstCopyProgress(none, expected(hello.relations, await mirror.keeping()), report)
  // A table that is not among them any more is closed to this person: its rows go with the cut.
  for (const { relation } of none) {
    const isOpen = hello.relations.some((info) => info.relation === relation)
    if (isOpen) await refetch(replica, relation, signal, (page) => progress.page(page))
    else await mirror.closeTable(relation)
    progress.tableDone(relation)
  }
  await mirror.setFact('visibility', hello.visibility)
  await pull(replica, report, signal, { again: await mirror.onDemand() })
}
