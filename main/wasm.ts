import { setFlagsFromString } from 'node:v8'

/**
 * Has V8 keep the WebAssembly code that it has replaced by a better one, some megabytes. Taking it away ends the process
 * now and then ("Check failed: jit_page_->allocations_.erase(addr) == 1", V8 13.6), mostly when a mirror is made. To be
 * called before the first database is opened.
 */
export function keepWasmCode(): void {
  setFlagsFromString('--no-wasm-code-gc')
}
