import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const rules = readdirSync(join(root, 'scripts/layers')).map((file) => file.replace('.grit', ''))

/** Each rule with files that break it, and files close by that keep it. */
const cases: Record<string, { readonly breaks: [string, string][]; readonly keeps: [string, string][] }> = {
  'shared-stands-alone': {
    breaks: [
      ['shared/lib/a.ts', "import '#main/engine.ts'"],
      ['shared/model/b.ts', "import '../../renderer/main.tsx'"],
      ['shared/lib/c.ts', "import 'node:fs'"],
      ['shared/lib/d.ts', "export * from 'react'"],
    ],
    keeps: [['shared/lib/e.ts', "import '../contract/contract.ts'; import 'zod'"]],
  },
  'stores-apart': {
    breaks: [
      ['main/gateway/a.ts', "import '#main/journal/journal.ts'"],
      ['main/mirror/b.ts', "import '../gateway/gateway.ts'"],
      ['main/journal/c.ts', "import '#main/mirror/mirror.ts'"],
      ['main/files/d.ts', "await import('#main/sync/conductor.ts')"],
    ],
    keeps: [
      ['main/sync/e.ts', "import '#main/gateway/gateway.ts'; import '#main/mirror/mirror.ts'"],
      ['main/mirror/f.ts', "import './cut.ts'; import '#main/mirror/cut.ts'"],
    ],
  },
  'engine-without-host': {
    breaks: [
      ['main/api/a.ts', "import '#main/host/link.ts'"],
      ['main/sync/b.ts', "import 'node:http'"],
      ['main/gateway/c.ts', "import 'ws'"],
    ],
    keeps: [['main/engine.ts', "import type { Vault } from '#main/host/vault.ts'\nexport type V = Vault"]],
  },
  'hosts-know-the-contract': {
    breaks: [
      ['main/host/browser/a.ts', "import '#main/mirror/mirror.ts'"],
      ['main/cli/b.ts', "import '#main/api/door.ts'"],
    ],
    keeps: [['main/cli/c.ts', "import '../engine.ts'; import '#main/host/log.ts'"]],
  },
  'electron-in-its-host': {
    breaks: [
      ['main/host/window.ts', "import { app } from 'electron'\napp.quit()"],
      ['main/engine.ts', "import 'electron/main'"],
      ['preload/bridge.ts', "import 'electron'"],
    ],
    keeps: [
      ['main/host/electron/a.ts', "import 'electron'"],
      ['main/electron.ts', "import 'electron'"],
      ['preload/electron.ts', "import 'electron'"],
      ['scripts/a.ts', "import 'electron-vite'"],
    ],
  },
  'sqlite-in-the-journal': {
    breaks: [['main/sync/a.ts', "import 'better-sqlite3'"]],
    keeps: [['main/journal/b.ts', "import 'better-sqlite3'"]],
  },
  'pglite-in-the-mirror': {
    breaks: [['main/sync/a.ts', "import '@electric-sql/pglite/contrib/pg_trgm'"]],
    keeps: [['main/mirror/b.ts', "import '@electric-sql/pglite'"]],
  },
  'supabase-in-the-gateway': {
    breaks: [['main/sync/a.ts', "import '@supabase/supabase-js'"]],
    keeps: [['main/gateway/b.ts', "import '@supabase/supabase-js'"]],
  },
  'pages-know-no-main': {
    breaks: [
      ['renderer/features/a/a.ts', "import '#main/engine.ts'"],
      ['renderer/bridge/b.ts', "import 'node:path'"],
      ['renderer/components/c.tsx', "import '@supabase/supabase-js'"],
    ],
    keeps: [['renderer/components/d.tsx', "import '#shared/contract/contract.ts'; import 'react'"]],
  },
  'screens-know-no-preload': {
    breaks: [['renderer/bridge/a.ts', "import '../../preload/browser.ts'"]],
    keeps: [['renderer/main.tsx', "import './bridge/a.ts'"]],
  },
  'engine-in-its-bridge': {
    breaks: [['renderer/features/a/a.ts', 'window.outpost.call("sync.now", {})']],
    keeps: [['renderer/bridge/b.ts', 'window.outpost.call("sync.now", {})']],
  },
  'desks-apart': {
    breaks: [
      ['renderer/desks/review/a.tsx', "import '../dossiers/dossier-page.tsx'"],
      ['renderer/desks/dossiers/b.ts', "import '#renderer/desks/review/queue.tsx'"],
    ],
    keeps: [['renderer/desks/review/c.tsx', "import './queue.tsx'; import '../../features/grid/lazy-grid.tsx'"]],
  },
  'parts-below-desks': {
    breaks: [['renderer/features/a/a.tsx', "import '../../desks/review/queue.tsx'"]],
    keeps: [['renderer/routes/b.tsx', "import '../desks/review/review-desk.tsx'"]],
  },
  'components-below-features': {
    breaks: [['renderer/components/a.tsx', "import '../features/grid/lazy-grid.tsx'"]],
    keeps: [['renderer/features/a/b.tsx', "import '../grid/lazy-grid.tsx'"]],
  },
  'preloads-know-no-main': {
    breaks: [['preload/a.ts', "import '#main/host/link.ts'"]],
    keeps: [['preload/b.ts', "import '#shared/lib/line.ts'"]],
  },
}

const project = mkdtempSync(join(tmpdir(), 'outpost-layers-'))
afterAll(() => rmSync(project, { recursive: true }))

/** What the rules say about a small tree: the sentences by file. */
function lint(rule: string, files: readonly [string, string][]): Map<string, string> {
  const folder = join(project, rule)
  const { plugins } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
  cpSync(join(root, 'scripts/layers'), join(folder, 'scripts/layers'), { recursive: true })
  for (const [path, code] of [
    ...files,
    ['biome.json', JSON.stringify({ root: true, plugins, linter: { rules: { preset: 'none' } } })],
  ]) {
    mkdirSync(dirname(join(folder, path ?? '')), { recursive: true })
    writeFileSync(join(folder, path ?? ''), `${code}\n`)
  }
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/biome'), ['lint', '--reporter=json', '.'], { cwd: folder })
  const { diagnostics } = JSON.parse(String(stdout)) as {
    diagnostics: { location: { path: string }; message: string }[]
  }
  return new Map(diagnostics.map(({ location, message }) => [location.path, message]))
}

function sentenceOf(rule: string): string {
  return /message\s*=\s*"([^"]+)"/.exec(readFileSync(join(root, `scripts/layers/${rule}.grit`), 'utf8'))?.[1] ?? ''
}

it('every rule about layers is shown to work here', () => {
  expect(Object.keys(cases).sort()).toEqual(rules.sort())
})

it.each(Object.entries(cases))(
  '%s: what breaks it is found and told why, what keeps it is left alone',
  (rule, { breaks, keeps }) => {
    expect(lint(rule, [...breaks, ...keeps])).toEqual(new Map(breaks.map(([path]) => [path, sentenceOf(rule)])))
  },
)
