/** Headers under which a screen is served, over HTTP and over the desktop's own protocol alike. */
export function pageHeaders(policy: string): Record<string, string> {
  return {
    'content-security-policy': policy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), payment=(), display-capture=()',
  }
}

/**
 * Only what comes from this origin runs. Style sheets that libraries add at run time carry the nonce of the page.
 * `connect` is where the page may speak to.
 */
export function pagePolicy(nonce: string, connect: string): string {
  return policy({ script: "'self'", style: `'self' 'nonce-${nonce}'`, connect })
}

/** A worker lives under its own policy: the PDF decoders are WebAssembly, and nothing else may compile it. */
export function workerPolicy(connect: string): string {
  return policy({ script: "'self' 'wasm-unsafe-eval'", style: "'none'", connect })
}

function policy(sources: { readonly script: string; readonly style: string; readonly connect: string }): string {
  return [
    "default-src 'none'",
    `script-src ${sources.script}`,
    "worker-src 'self'",
    `style-src ${sources.style}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src ${sources.connect}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
