/**
 * The nonce under which this page may add style sheets, from the host's `<meta property="csp-nonce">`; empty without one.
 * Mantine, AG Grid (`styleNonce`) and the scroll lock of dialogs all take it from here.
 */
export const styleNonce: string = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** Libraries below Mantine look for this global and for nothing else. */
export function shareStyleNonce(): void {
  if (styleNonce) Object.assign(globalThis, { __webpack_nonce__: styleNonce })
}
