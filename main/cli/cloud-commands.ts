import { join } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { untilTold } from '#main/host/until-told.ts'
import { installCloud } from './cloud-install.ts'
import type { CommandContext } from './context.ts'

interface StartOptions {
  readonly system: string
  readonly size: 'small' | 'demo' | 'large'
  readonly port?: number
  readonly postgres: boolean
  readonly data?: string
}

/** The server's side: a demo project on this computer, or our part of a real one. */
export function addCloudCommands(program: Command, context: CommandContext): void {
  const cloud = program.command('cloud').description('the other side')
  cloud
    .command('start')
    .description('run a demo project here until told to end; one JSON line says when it is ready')
    .requiredOption('--system <system>')
    .addOption(new Option('--size <size>').choices(['small', 'demo', 'large']).default('demo'))
    .option('--port <port>', 'on 127.0.0.1; any free one by default', portNumber)
    .option('--postgres', 'over a real Postgres instead of PGlite', false)
    .option('--data <folder>', 'where it keeps its data; in the home folder by default')
    .action((options: StartOptions) => start(options, context))
  cloud
    .command('install')
    .description('apply a system’s migrations and those of sync to a Supabase project')
    .requiredOption('--system <system>', 'partners-vrai, …, or plain for sync alone')
    .requiredOption('--db-url <url>', 'postgresql://postgres:PASSWORD@HOST:5432/postgres')
    .action(async ({ system, dbUrl }: { system: string; dbUrl: string }) => {
      const applied = await installCloud(system, dbUrl, (name) => context.output.note(name))
      context.output.answer({ applied }, () => [
        applied.length === 0 ? 'Everything was there already.' : `Applied ${applied.length} migrations.`,
      ])
    })
}

async function start(options: StartOptions, { home, output }: CommandContext): Promise<void> {
  const { startCloud } = await import('#main/demo/cloud.ts')
  const told = untilTold()
  let last = ''
  const { url, key, accounts, stop } = await startCloud({
    system: options.system,
    size: options.size,
    postgres: options.postgres,
    dataDir: options.data ?? join(home, 'cloud', options.system),
    ...(options.port !== undefined && { port: options.port }),
    log: (line) => output.note(line),
    onProgress: (progress) => {
      process.send?.({ progress })
      const line = progressLine(progress)
      if (line !== last) output.note(line)
      last = line
    },
  })
  process.stdout.write(`${JSON.stringify({ url, key, accounts })}\n`)
  await told
  await stop()
}

/** One line for each phase and each quarter of it. */
function progressLine({ phase, done, total }: { phase: string; done: number; total: number }): string {
  const quarters = Math.floor((4 * done) / Math.max(total, 1))
  return quarters === 0 ? `preparing its ${phase}` : `preparing its ${phase}: ${quarters * 25} %`
}

function portNumber(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new InvalidArgumentError('A port is a number from 0 to 65535.')
}
