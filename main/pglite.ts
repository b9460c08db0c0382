import { setFlagsFromString } from 'node:v8'

/**
 * Sets how V8 treats the WebAssembly code of the databases in this process. To be called before the first is opened.
 *
 * Replaced code, some megabytes, is kept: taking it away ends the process now and then ("Check failed:
 * jit_page_->allocations_.erase(addr) == 1", V8 13.6), mostly when a mirror is made.
 *
 * Code has to run ten times as long as V8 would have it before it is optimised: Postgres has functions on which the
 * optimiser works for seconds, and a process that has done its work can't end before it has.
 */
export function tuneWasm(): void {
  setFlagsFromString('--no-wasm-code-gc')
  setFlagsFromString('--wasm-tiering-budget=130000000')
}

/**
 * What a database is started with beside the usual. Postgres fills its buffers with zeros before it answers, and 128 MB
 * of them would be most of the time that it needs to open.
 */
export const smallBuffers = ['-c', 'shared_buffers=32MB']
