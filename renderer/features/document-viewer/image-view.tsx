import { useEffect, useState } from 'react'
import type { LoadedFile } from './load-bytes.ts'
import type { Size } from './page-layout.ts'
import { OpeningFile } from './pane-message.tsx'
import { ScrolledPages } from './scrolled-pages.tsx'
import type { FileViewProps } from './view.ts'
import classes from './viewer.module.css'

/** A picture, as one page that can be taken by hand. */
export default function ImageView({ loaded, view, scroll, label, onZoom, onStand, onBroken }: FileViewProps) {
  const picture = usePicture(loaded, onBroken)
  if (!picture) return <OpeningFile />
  return (
    <ScrolledPages
      label={label}
      sizes={picture.sizes}
      zoom={view.zoom ?? 'fit-page'}
      rotation={view.rotation}
      scroll={scroll}
      grab
      onZoom={onZoom}
      onStand={onStand}
    >
      {(page, { top, left, width, height, scale }) => (
        <div key={page} className={classes.page} style={{ top, left, width, height }}>
          <img
            className={classes.image}
            src={picture.url}
            alt={label}
            draggable={false}
            style={{
              width: picture.size.width * scale,
              height: picture.size.height * scale,
              transform: `translate(-50%, -50%) rotate(${view.rotation}deg)`,
            }}
          />
        </div>
      )}
    </ScrolledPages>
  )
}

interface Picture {
  readonly url: string
  readonly size: Size
  readonly sizes: readonly Size[]
}

function usePicture(loaded: LoadedFile, onBroken: FileViewProps['onBroken']): Picture | undefined {
  const [picture, setPicture] = useState<Picture>()
  useEffect(() => {
    let gone = false
    const url = URL.createObjectURL(new Blob([loaded.bytes], { type: loaded.file.mime }))
    const image = new Image()
    image.onload = () => {
      const size = { width: image.naturalWidth || 600, height: image.naturalHeight || 600 }
      if (!gone) setPicture({ url, size, sizes: [size] })
    }
    image.onerror = () => {
      if (!gone) onBroken(SHOWABLE.has(loaded.file.mime) ? 'corrupt' : 'unsupported')
    }
    image.src = url
    return () => {
      gone = true
      image.src = ''
      setPicture(undefined)
      URL.revokeObjectURL(url)
    }
  }, [loaded, onBroken])
  return picture
}

const SHOWABLE = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'image/svg+xml',
])
