import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * The folder that holds everything Outpost keeps: what was asked for, else OUTPOST_HOME, else the system's app-data
 * folder. All hosts use the same one, so that a person finds the same workspaces in each.
 */
export function homeFolder(asked: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  const named = asked ?? env.OUTPOST_HOME
  if (named) return resolve(named)
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Outpost')
    case 'win32':
      return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Outpost')
    default:
      return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'outpost')
  }
}
