import { common as commonEn } from './en/common.ts'
import { errors as errorsEn } from './en/errors.ts'
import { frame as frameEn } from './en/frame.ts'
import { marks as marksEn } from './en/marks.ts'
import { viewer as viewerEn } from './en/viewer.ts'
import { common as commonFr } from './fr/common.ts'
import { errors as errorsFr } from './fr/errors.ts'
import { frame as frameFr } from './fr/frame.ts'
import { marks as marksFr } from './fr/marks.ts'
import { viewer as viewerFr } from './fr/viewer.ts'
import type { Words } from './words.ts'

/** Areas by name: `useTranslation('frame')`. A new area is a file a language and a line in each list. */
export const en = {
  common: commonEn,
  errors: errorsEn,
  frame: frameEn,
  marks: marksEn,
  viewer: viewerEn,
}

export const fr: Words<typeof en> = {
  common: commonFr,
  errors: errorsFr,
  frame: frameFr,
  marks: marksFr,
  viewer: viewerFr,
}
