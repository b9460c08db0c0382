import { runCommandLine } from './cli/command-line.ts'

// A reader that has seen enough closes the pipe: nothing more is to be said then.
process.stdout.on('error', () => process.exit(1))

const code = await runCommandLine(process.argv.slice(2))
process.stdout.write('', () => process.exit(code))
