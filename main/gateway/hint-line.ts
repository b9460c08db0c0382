import { RealtimeClient } from '@supabase/supabase-js'
import { readFrame } from './frames.ts'
import type { Project } from './project.ts'
import type { Session } from './session.ts'

export interface HintListener {
  /** From now on a change is told. */
  joined(): void
  /** Something changed; or nothing did. */
  hinted(): void
  /** The line is gone, or never came to be. Called once, and nothing after it. */
  ended(): void
}

/** The channel and the event of `migrations/sync/0040_hints.sql`. */
const CHANNEL = 'console_sync'
const CHANGED = 'changed'
/** Milliseconds until a socket, or a join, is given up. */
const JOIN_MS = 10_000
/** Milliseconds between signs of life; also when the token is looked at, which is renewed a minute before its end. */
const HEARTBEAT_MS = 25_000

/**
 * Opens a socket to the project's Realtime and joins the channel on which its database says that something changed.
 * One try: it ends at the first thing that goes wrong, and whoever wants another asks again.
 * @returns the function that hangs up
 */
export function listenForHints(project: Project, session: Session, listener: HintListener): () => void {
  let isOver = false
  const client = new RealtimeClient(`${project.url.replace(/^http/, 'ws')}/realtime/v1`, {
    params: { apikey: project.key },
    vsn: '1.0.0',
    timeout: JOIN_MS,
    heartbeatIntervalMs: HEARTBEAT_MS,
    accessToken: () => session.token(),
    // What a stranger sends must not get as far as code that trusts it.
    decode: (text, take) => {
      const frame = readFrame(text)
      if (frame !== null) take(frame as Parameters<typeof take>[0])
    },
  })
  const channel = client.channel(CHANNEL, { config: { private: true } })
  const hangUp = () => {
    if (isOver) return false
    isOver = true
    channel.teardown()
    void client.disconnect()
    return true
  }
  channel.on('broadcast', { event: CHANGED }, () => {
    if (!isOver) listener.hinted()
  })
  const join = () => {
    if (isOver) return
    channel.subscribe((state) => {
      if (isOver) return
      if (state === 'SUBSCRIBED') return listener.joined()
      if (hangUp()) listener.ended()
    })
  }
  // The join carries the token that is known by then; without one there is nothing to try.
  session.token().then(
    (token) => client.setAuth(token).then(join),
    () => {
      if (hangUp()) listener.ended()
    },
  )
  return hangUp
}
