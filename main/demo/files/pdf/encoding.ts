/** Characters of the Windows code page that lie outside Latin 1. */
const special = new Map([
  ['€', 0x80],
  ['…', 0x85],
  ['Œ', 0x8c],
  ['‘', 0x91],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
  ['•', 0x95],
  ['–', 0x96],
  ['—', 0x97],
  ['œ', 0x9c],
])

/** A text as a PDF string of the fonts' encoding, parentheses included. */
export function pdfString(text: string): string {
  let out = ''
  for (const letter of text.normalize('NFC')) {
    const code = special.get(letter) ?? letter.codePointAt(0) ?? 0x3f
    if (letter === '(' || letter === ')' || letter === '\\') out += `\\${letter}`
    else if (code >= 32 && code < 127) out += letter
    else out += code < 256 ? `\\${code.toString(8).padStart(3, '0')}` : '?'
  }
  return `(${out})`
}
