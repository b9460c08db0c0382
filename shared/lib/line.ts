import { createBirpc } from 'birpc'
import type { EngineEvent, Reply } from '../contract/contract.ts'
import type { EngineSide, ScreenSide } from '../contract/link.ts'

/** One connection between two processes: text frames, in order, until it closes once. */
export interface Channel {
  post(frame: string): void
  /** Called once, before the first frame can come. */
  onFrame(receive: (frame: unknown) => void): void
  onClose(closed: () => void): void
  close(): void
}

/** The link broke before the answer came. */
export class LineLost extends Error {}

/** The caller's end of a channel to the engine. */
export interface Line {
  /** Rejects with `LineLost` when the channel closes before the answer. */
  call(path: string, input: unknown): Promise<Reply>
  close(): void
}

/** Speaks to the engine over one channel; `onEvent` gets everything that the engine tells unasked. */
export function openLine(channel: Channel, onEvent: (event: EngineEvent) => void): Line {
  const rpc = createBirpc<EngineSide, ScreenSide>(
    { event: onEvent },
    {
      post: (frame) => channel.post(frame),
      on: (receive) => channel.onFrame(receive),
      serialize: JSON.stringify,
      deserialize: JSON.parse,
      timeout: -1,
    },
  )
  const lose = () => rpc.$close(new LineLost('The link to the engine broke.'))
  channel.onClose(lose)
  return {
    async call(path, input) {
      if (rpc.$closed) throw new LineLost('The link to the engine is closed.')
      return await rpc.$call('call', path, input)
    },
    close() {
      lose()
      channel.close()
    },
  }
}
