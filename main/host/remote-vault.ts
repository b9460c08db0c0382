import { createBirpc } from 'birpc'
import type { Channel } from '#shared/lib/line.ts'
import type { Vault } from './vault.ts'

/** Lends a vault to the process at the other end: the keychain is reached from the host, the engine uses it. */
export function serveVault(vault: Vault, channel: Channel): void {
  createBirpc<object, Vault>(
    { seal: (text) => vault.seal(text), open: (sealed) => vault.open(sealed) },
    { post: (frame) => channel.post(frame), on: (receive) => channel.onFrame(receive) },
  )
}

/** The vault at the other end of a channel. */
export function remoteVault(channel: Channel): Vault {
  const rpc = createBirpc<Vault>(
    {},
    { post: (frame) => channel.post(frame), on: (receive) => channel.onFrame(receive) },
  )
  channel.onClose(() => rpc.$close())
  return { seal: (text) => rpc.$call('seal', text), open: (sealed) => rpc.$call('open', sealed) }
}
