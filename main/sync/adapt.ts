import { OutpostError } from '#shared/contract/errors.ts'
import type { Hello } from '#shared/model/protocol.ts'
import { reached } from './crash-points.ts'
import { pull, type Report, VisibilityChanged } from './inbound.ts'
import { refetch } from './refetch.ts'
import type { Replica } from './replica.ts'

/** Whether the server has another schema than the mirror. A server with older SQL does not say. */
export async function hasOtherSchema(replica: Replica, { schemaDigest }: Hello): Promise<boolean> {
  if (schemaDigest === undefined) return false
  return (await (await replica.mirror()).facts()).server_schema !== schemaDigest
}

/**
 * Takes the server's schema over: what has another shape is fetched anew beside what is there, and one cut brings
 * schema and rows together. On top of it the pending entries run again, by the rules that the server will judge them by.
 */
export async function adapt(replica: Replica, hello: Hello, report: Report, signal: AbortSignal): Promise<void> {
  const mirror = await replica.mirror()
  const schema = await replica.gateway.schema()
  try {
    const anew = await toFetch(replica, hello, await mirror.beginSchema(schema, hello.relations))
    reached('schema.prepared')
    for (const relation of anew) await refetch(replica, relation, signal)
    reached('schema.fetched')
    const again = (await mirror.onDemand()).filter(({ relation }) => anew.includes(relation))
    await pull(replica, report, signal, { again })
  } catch (error) {
    if (error instanceof OutpostError || error instanceof VisibilityChanged) throw error
    // It is disposable: the next one is made with this schema, and filled from the server and the journal.
    replica.log.error({ err: error }, 'the mirror could not take the server’s schema over')
    await replica.dropMirror()
    throw new OutpostError('mirror_damaged', 'The copy of the server on this computer is made anew.', { cause: error })
  } finally {
    mirror.dropSchema()
  }
  replica.rowsChanged(hello.relations.map(({ relation }) => relation))
}

/** What has another shape; and everything, when the person sees other rows than before, which a new policy may cause. */
async function toFetch(replica: Replica, hello: Hello, renewed: readonly string[]): Promise<readonly string[]> {
  const mirror = await replica.mirror()
  const { visibility } = await mirror.facts()
  if (visibility === hello.visibility) return renewed
  await mirror.attach(hello.relations.filter(({ relation }) => !renewed.includes(relation)))
  const open = new Set(hello.relations.map(({ relation }) => relation))
  for (const { relation } of await mirror.loading()) if (!open.has(relation)) await mirror.closeTable(relation)
  await mirror.setFact('visibility', hello.visibility)
  return [...open]
}
