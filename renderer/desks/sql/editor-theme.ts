import { EditorView } from '@uiw/react-codemirror'
import { token } from '#renderer/theme/tokens.ts'

/** The editor in the console's own colours; those of the words in it are the editor's, for light and for dark. */
export const editorTheme = EditorView.theme({
  '&': { height: '100%', backgroundColor: token('panel'), color: token('text'), fontSize: '13px' },
  // The desk draws the ring: here it would lie below the line numbers.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: '"JetBrains Mono Variable", monospace', lineHeight: '1.55' },
  '.cm-gutters': { backgroundColor: token('bg'), color: token('third'), borderRight: `1px solid ${token('line')}` },
  '.cm-activeLineGutter': { backgroundColor: token('hover'), color: token('text') },
  '.cm-content': { caretColor: token('text') },
  '.cm-cursor': { borderLeftColor: token('text') },
  '.cm-placeholder': { color: token('third') },
  '.cm-wrong': { textDecoration: `underline wavy ${token('rejected')} 1.5px`, textUnderlineOffset: '3px' },
  '.cm-tooltip': {
    border: `1px solid ${token('line')}`,
    borderRadius: '6px',
    boxShadow: token('shadow'),
    backgroundColor: token('panel'),
    color: token('text'),
  },
  '.cm-completionIcon': { display: 'none' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: token('accent-soft'),
    color: token('text'),
  },
})
