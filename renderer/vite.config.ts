import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * The renderer for both hosts. `cspNonce` leaves a placeholder in the page that the host replaces, each time it
 * serves the page, with the nonce of that answer's Content-Security-Policy.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'es2024',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
  },
})
