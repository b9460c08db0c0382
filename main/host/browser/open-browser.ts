/** Whether there is a screen here on which a browser could open. */
export function hasScreen(env: NodeJS.ProcessEnv = process.env): boolean {
  if (env.CI || env.SSH_CONNECTION) return false
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Opens the person's browser; where that fails, the printed address is enough. */
export async function openBrowser(address: string): Promise<void> {
  const { default: open } = await import('open')
  const child = await open(address)
  child.on('error', () => undefined)
  child.unref()
}
