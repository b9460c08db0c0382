import { app, MessageChannelMain, type MessagePortMain, nativeTheme } from 'electron'
import { contract, type EngineEvent } from '#shared/contract/contract.ts'
import type { Settings } from '#shared/contract/settings.ts'
import { openLine } from '#shared/lib/line.ts'
import { utilityChannel } from '../port-channel.ts'
import { showMenu } from './menu.ts'
import { type MenuWords, menuWords } from './menu-words.ts'

/** The words to use before the engine has told which language the person chose. */
export function systemWords(): MenuWords {
  return menuWords[app.getLocale().startsWith('fr') ? 'fr' : 'en']
}

/** Follows the person's theme and language over a line of the main process's own; called for each fresh engine. */
export async function followSettings(connect: (port: MessagePortMain) => boolean, logs: string): Promise<void> {
  const { port1, port2 } = new MessageChannelMain()
  const line = openLine(utilityChannel(port1), (event: EngineEvent) => {
    if (event.event === 'settingsChanged') apply(event.settings, logs)
  })
  if (!connect(port2)) return line.close()
  const reply = await line.call('settings.get', {})
  if (reply.ok) apply(contract.settings.get.output.parse(reply.value), logs)
}

function apply(settings: Settings, logs: string): void {
  nativeTheme.themeSource = settings.theme
  showMenu(menuWords[settings.language], logs)
}
