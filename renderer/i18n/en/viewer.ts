export const viewer = {
  document: 'Document',
  toolbar: 'Document view',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoom: 'Zoom: {{percent}}',
  fitWidth: 'Fit the width',
  fitPage: 'Fit the page',
  rotate: 'Turn by a quarter',
  link: 'Zoom and scroll both together',
  unlink: 'Zoom and scroll each alone',
  onePage: '1 page',
  page: 'Page {{page}} of {{pages}}',
  ofPages: '/ {{pages}}',
  pageBroken: 'Page {{page}} is damaged and can’t be shown.',
  fetching: 'Fetching the document',
  opening: 'Opening the document',
  reading: '{{done}} of {{total}}',
  stop: 'Stop',
  failed: 'The document can’t be shown',
  away: {
    title: 'This document is not on this computer',
    hint: 'It will be fetched as soon as you are online. You can go on with the others meanwhile.',
  },
  missing: {
    title: 'There is no file for this version',
    hint: 'It may have been deleted on the server. Ask the client to upload it again.',
  },
  tooLarge: {
    title: 'The file is too large to be shown here',
    hint: 'The limit is 50 MB. Ask the client for a smaller scan.',
  },
  damaged: {
    title: 'The file is not the one that was uploaded',
    hint: 'Its content does not match its fingerprint, so it is not shown. Try again to fetch it anew; if that does not help, ask the client for it.',
  },
  corrupt: {
    title: 'The file is damaged',
    hint: 'It arrived whole, but it is not a readable document. Reject it with a comment, so that the client uploads it again.',
  },
  locked: {
    title: 'The file is locked with a password',
    hint: 'Ask the client for a copy without one.',
  },
  unsupported: {
    title: 'This kind of file can’t be shown',
    hint: 'Documents are PDF, JPEG, PNG, WebP or GIF. Ask the client for one of these.',
  },
  cancelled: {
    title: 'Stopped',
    hint: 'The document was not read to its end.',
  },
} as const
