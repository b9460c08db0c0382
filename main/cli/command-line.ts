import { Command, CommanderError } from 'commander'
import { homeFolder } from '#main/host/home.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { addCloudCommands } from './cloud-commands.ts'
import type { CommandContext } from './context.ts'
import { addDataCommands } from './data-commands.ts'
import { addExportCommand } from './export-command.ts'
import { addImportCommand } from './import-command.ts'
import { createOutput, writeProblem } from './output.ts'
import { addServerCommand } from './server-command.ts'
import { addSyncCommands } from './sync-commands.ts'
import { withEngine } from './with-engine.ts'
import { addWorkspaceCommands } from './workspace-commands.ts'

/**
 * Runs one command of the command line.
 * @param args the arguments after the program's name
 * @returns the exit code: 0; 1 after an error, which has been said in one line; what else the command says
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const json = args.includes('--json')
  let exitCode = 0
  const program = createProgram()
  const context: CommandContext = {
    output: createOutput(json),
    get home() {
      return homeFolder(program.opts<{ home?: string }>().home)
    },
    engine: (work, background) => withEngine(context.home, work, background),
    exitWith: (code) => {
      exitCode = code
    },
  }
  addCloudCommands(program, context)
  addWorkspaceCommands(program, context)
  addSyncCommands(program, context)
  addServerCommand(program, context)
  addDataCommands(program, context)
  addExportCommand(program, context)
  addImportCommand(program, context)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    writeProblem(error instanceof CommanderError ? misuse(error) : error, json)
    return 1
  }
}

function createProgram(): Command {
  return new Command('outpost')
    .description('Outpost without a screen: the same engine, the same workspaces')
    .option('--home <folder>', 'where everything is kept; else OUTPOST_HOME, else the system’s app-data folder')
    .option('--json', 'answer with one JSON value')
    .exitOverride()
    .configureOutput({ writeErr: () => {}, outputError: () => {} })
}

function misuse(error: CommanderError): OutpostError {
  if (error.code === 'commander.help') return new OutpostError('bad_request', 'Say what to do: see --help.')
  const sentence = error.message.replace(/^error: /, '').replace(/\.?$/, '. See --help.')
  return new OutpostError('bad_request', sentence.charAt(0).toUpperCase() + sentence.slice(1))
}
