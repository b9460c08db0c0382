import { createHash } from 'node:crypto'
import { Pdf } from '../../files/pdf/pdf.ts'
import type { ObjectStore } from '../../server/object-store.ts'
import type { StoredFile } from '../stored-files.ts'

const titles = ['Offer', 'Devis', 'Contract', 'Contrat', 'Minutes', 'Compte rendu', 'Invoice', 'Facture'] as const

export interface Sheet extends StoredFile {
  readonly title: string
}

/** The few files that all attachments share: their content is nobody's business here. */
export class Sheets {
  readonly #sheets: readonly Sheet[]

  private constructor(sheets: readonly Sheet[]) {
    this.#sheets = sheets
  }

  static async make(store: ObjectStore): Promise<Sheets> {
    return new Sheets(await Promise.all(titles.map((title) => put(store, title))))
  }

  /** @param unit 0 up to, not including, 1 */
  at(unit: number): Sheet {
    return this.#sheets[Math.floor(unit * this.#sheets.length)] as Sheet
  }
}

async function put(store: ObjectStore, title: string): Promise<Sheet> {
  const pdf = new Pdf({ title, producer: 'LiNKdev', made: new Date(Date.UTC(2025, 10, 13)) })
  const page = pdf.addPage()
  page.text(72, 100, title, { font: 'sansBold', size: 22 })
  page.text(72, 140, `${title}: page 1 of 1`, { size: 11 })
  const bytes = pdf.bytes()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await store.putSeeded(sha256, bytes)
  return {
    title,
    sha256,
    size: bytes.length,
    extension: 'pdf',
    mime: 'application/pdf',
    objectVersion: `seed.${sha256}.pdf`,
  }
}
