/**
 * Fonts, character maps and image decoders that a PDF may need and may not bring along, each from our own origin:
 * nothing is ever fetched from the web to show a document.
 */
const fonts = import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
})
const characterMaps = import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
})
const decoders = import.meta.glob<string>('../../../node_modules/pdfjs-dist/wasm/{openjpeg,jbig2}.wasm', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
})

const kinds = {
  standardFontDataUrl: byName(fonts),
  cMapUrl: byName(characterMaps),
  wasmUrl: byName(decoders),
}

/** What PDF.js asks for by file name; the build gives every file a name of its own. */
export class PdfAssets {
  async fetch({ kind, filename }: { kind: keyof typeof kinds; filename: string }): Promise<Uint8Array> {
    const url = kinds[kind]?.get(filename)
    if (!url) throw new Error(`The PDF asks for ${filename}, which is not part of this build.`)
    const answer = await fetch(url)
    if (!answer.ok) throw new Error(`${filename} could not be read: ${answer.status}.`)
    return new Uint8Array(await answer.arrayBuffer())
  }
}

function byName(urls: Record<string, string>): ReadonlyMap<string, string> {
  return new Map(Object.entries(urls).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]))
}
