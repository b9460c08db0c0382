import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { OutpostError } from '#shared/contract/errors.ts'
import { type Settings, settingsValue } from '#shared/contract/settings.ts'
import { type Workspace, workspace } from '#shared/contract/workspaces.ts'

const file = z.object({
  settings: settingsValue.default({ theme: 'system', language: 'en', density: 'normal' }),
  workspaces: z.array(workspace).default([]),
})
type Contents = z.infer<typeof file>

/** The workspaces and settings of one home folder: `outpost.json`, replaced whole with every change. */
export class Registry {
  readonly home: string
  readonly #path: string

  constructor(home: string) {
    this.home = home
    this.#path = join(home, 'outpost.json')
    mkdirSync(home, { recursive: true, mode: 0o700 })
    chmodSync(home, 0o700)
  }

  list(): Workspace[] {
    return this.#read().workspaces
  }

  /** @throws OutpostError `workspace_unknown` */
  find(name: string): Workspace {
    const found = this.list().find((candidate) => candidate.name === name)
    if (found === undefined) {
      throw new OutpostError('workspace_unknown', `There is no workspace "${name}". Add it first.`, {
        params: { name },
      })
    }
    return found
  }

  /** @throws OutpostError `workspace_exists` */
  checkFree(name: string): void {
    if (!this.list().some((candidate) => candidate.name === name)) return
    throw new OutpostError('workspace_exists', `There is a workspace "${name}" already. Choose another name.`, {
      field: 'name',
      params: { name },
    })
  }

  /** @throws OutpostError `workspace_exists` */
  add(added: Workspace): void {
    this.checkFree(added.name)
    const contents = this.#read()
    this.#write({ ...contents, workspaces: [...contents.workspaces, added] })
  }

  /** @throws OutpostError `workspace_unknown` */
  move(name: string, url: string): Workspace {
    const moved = { ...this.find(name), url }
    const contents = this.#read()
    this.#write({ ...contents, workspaces: contents.workspaces.map((known) => (known.name === name ? moved : known)) })
    return moved
  }

  /** Takes it from the list and removes its folder. */
  remove(name: string): void {
    const contents = this.#read()
    this.#write({ ...contents, workspaces: contents.workspaces.filter((candidate) => candidate.name !== name) })
    rmSync(this.folderOf(name), { recursive: true, force: true })
  }

  folderOf(name: string): string {
    return join(this.home, 'workspaces', name)
  }

  /** Where empty mirrors are kept to be copied. */
  get templates(): string {
    return join(this.home, 'templates')
  }

  settings(): Settings {
    return this.#read().settings
  }

  setSettings(changed: Partial<Settings>): Settings {
    const contents = this.#read()
    const settings = settingsValue.parse({ ...contents.settings, ...changed })
    this.#write({ ...contents, settings })
    return settings
  }

  #read(): Contents {
    if (!existsSync(this.#path)) return file.parse({})
    const parsed = file.safeParse(json(readFileSync(this.#path, 'utf8')))
    if (parsed.success) return parsed.data
    throw new OutpostError(
      'bad_request',
      `The file ${this.#path} is damaged: ${z.prettifyError(parsed.error)}. Put it right, or move it away; the workspaces' folders stay as they are.`,
    )
  }

  #write(contents: Contents): void {
    const next = `${this.#path}.new`
    writeFileSync(next, `${JSON.stringify(contents, null, 2)}\n`, { mode: 0o600, flush: true })
    renameSync(next, this.#path)
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
