/** A text in the two languages of the console. */
export interface Label {
  readonly en: string
  readonly fr: string
}

/** What a catalogue can't say about a system. */
export interface Manifest {
  readonly system: string
  readonly name: string
  /** Two letters for the rail of workspaces. */
  readonly initials: string
  /** The schema version that this console knows; the server's own is compared with it. */
  readonly schemaVersion: string
  readonly desks: readonly ('review' | 'dossiers')[]
  readonly tables: Readonly<Record<string, TableManifest>>
  readonly actions: Readonly<Record<string, ActionManifest>>
  /** Storage bucket and the columns of the table that says which files exist. */
  readonly files?: FilesManifest
}

export interface TableManifest {
  readonly label: Label
}

export interface ActionManifest {
  readonly label: Label
  /**
   * A query that finds the words for "what is this decision about": `$1` is the call's arguments as jsonb,
   * every column of its one row becomes a word of the entry's subject.
   */
  readonly subject: string
}

export interface FilesManifest {
  readonly bucket: string
  /** A query with the columns version_id, path, name, mime, size (bytes), sha256; the person's policies apply. */
  readonly list: string
  /** A query with the column version_id: the files to fetch ahead, so that they can be read offline; most wanted first. */
  readonly ahead: string
}
