import { z } from 'zod'
import type { Replica } from '#main/sync/replica.ts'
import { submit } from '#main/sync/submit.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { type ListedView, type SavedView, savedView } from '#shared/contract/views.ts'
import type { Reader } from '../context.ts'

/** `migrations/console/0001_shared_views.sql`. */
const relation = 'public.console_views'

interface Row {
  readonly id: string
  readonly name: string
  readonly relation: string
  readonly content: object
  readonly own: boolean
}

/**
 * The views that everybody who may use the console sees. What a newer console has written and this one does not
 * understand is not shown, but stays.
 */
export function sharedViews(replica: Replica, reader: Reader) {
  const { sub } = replica.claims()
  /** A project that got the console's SQL from an older version has no place for them. */
  const isThere = async () => {
    const [found] = await reader.read<{ there: boolean }>('select to_regclass($1) is not null as there', [relation])
    return found?.there ?? false
  }
  return {
    isThere,
    /** Only where they have a place. */
    list: async (): Promise<ListedView[]> => {
      const rows = await reader.read<Row>(
        `select id::text, name, relation, content, owner_id = $1::uuid as own from ${relation}`,
        [sub],
      )
      return rows.flatMap(({ own, content, ...row }) => {
        const view = savedView.safeParse({ ...row, ...content }).data
        return view ? [{ ...view, shared: true, own }] : []
      })
    },
    /** @throws OutpostError `refused` where the project has no place for it, or it is somebody else's */
    put: async (view: SavedView, isNew: boolean): Promise<void> => {
      if (!(await isThere())) throw noPlace()
      const { id, name, relation: of, filter, sort, columns } = view
      const values = { name, relation: of, content: z.json().parse({ filter, sort, columns }) }
      await submit(
        replica,
        isNew
          ? { kind: 'insert', relation, values: { id, owner_id: sub, ...values } }
          : { kind: 'update', relation, key: { id }, set: values },
      )
    },
    remove: async (id: string): Promise<void> => {
      await submit(replica, { kind: 'delete', relation, key: { id } })
    },
  }
}

function noPlace(): OutpostError {
  return new OutpostError('refused', 'This project has no place for shared views yet.', { reason: 'view.no_place' })
}
