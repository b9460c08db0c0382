import type { FileStore } from '#main/files/file-store.ts'
import type { Rehearsal, Rehearsed, Trial } from '#main/mirror/rehearse.ts'
import type { EntryView } from '#shared/contract/entries.ts'
import type { Manifest } from '#shared/systems/manifest.ts'

export interface Reader {
  /** Rows as the signed-in person sees them, read-only. Timestamps and exact numbers are cast in the query. */
  read<T>(sql: string, params?: readonly unknown[]): Promise<T[]>
}

/** One row that a pending entry has changed here. */
export interface Effect {
  readonly entry: string
  /** Key text of the row. */
  readonly key: string
  /** The columns that it changed, all of them for a new row; none for one that it deleted. */
  readonly columns: readonly string[]
}

/** One open workspace, as far as the desks need it. The same object for as long as the workspace is open. */
export interface WorkspaceHandle {
  readonly reader: Reader
  readonly files: FileStore
  readonly manifest: Manifest
  /** Goes up whenever any row of the mirror has changed, or the person. */
  readonly version: number
  /** Tries decisions out, and takes them back. */
  rehearse<T>(trials: readonly Trial[], look: Rehearsal['look']): Promise<Rehearsed<T>>
  /** The entries that are not done, resolved or discarded, oldest first. */
  marks(): Promise<readonly EntryView[]>
  /** What pending entries did here to rows of a relation. */
  effects(relation: string): Promise<readonly Effect[]>
  /** Key texts of the rows of a relation that are here only because somebody asked for them. */
  fetched(relation: string): Promise<readonly string[]>
  /** Every entry, whatever became of it, that names a row by its key; newest first. */
  about(relation: string, key: Readonly<Record<string, string>>): Promise<readonly EntryView[]>
}

export interface ApiContext {
  /** @throws OutpostError `workspace_unknown`, `workspace_busy`, `signed_out` */
  workspace(name: string): Promise<WorkspaceHandle>
}
