import type { ChildProcess } from 'node:child_process'
import type { DemoAnswer } from '#shared/contract/demo.ts'
import { startDemoCloud } from './demo-cloud.ts'
import { say, seconds } from './progress.ts'

/** The demo clouds of one home, each started when it is first asked for. */
export class DemoClouds {
  readonly children: ChildProcess[] = []
  readonly #home: string
  readonly #states = new Map<string, DemoAnswer>()

  constructor(home: string) {
    this.#home = home
  }

  /** How a cloud stands, after starting it where need be; one that has failed only when that is asked for `again`. */
  ask(system: string, again: boolean): DemoAnswer {
    const known = this.#states.get(system)
    if (known !== undefined && !(again && known.state === 'failed')) return known
    const starting: DemoAnswer = { state: 'starting', phase: 'database', done: 0, total: 1 }
    this.#states.set(system, starting)
    void this.#start(system)
    return starting
  }

  async #start(system: string): Promise<void> {
    const began = performance.now()
    const { child, url } = startDemoCloud(this.#home, system, (progress) => {
      if (this.#states.get(system)?.state === 'starting') this.#states.set(system, { state: 'starting', ...progress })
    })
    this.children.push(child)
    try {
      const address = await url
      this.#states.set(system, { state: 'running', url: address })
      say(system, `ready at ${address} (${seconds(performance.now() - began)})`)
      child.once('exit', () => {
        this.#states.delete(system)
        say(system, 'stopped; its workspace goes on offline')
      })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.#states.set(system, { state: 'failed', reason })
      say(system, `could not start: ${reason}`)
    }
  }
}
