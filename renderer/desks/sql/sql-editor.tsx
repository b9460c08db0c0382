import { PostgreSQL, sql } from '@codemirror/lang-sql'
import { useComputedColorScheme } from '@mantine/core'
import CodeMirror, { Decoration, EditorView, keymap, Prec, type ReactCodeMirrorRef } from '@uiw/react-codemirror'
import { type Ref, useEffectEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { styleNonce } from '#renderer/theme/style-nonce.ts'
import type { Catalogue } from '#shared/contract/catalogue.ts'
import { editorTheme } from './editor-theme.ts'
import type { Place } from './place-of.ts'

interface Props {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onRun: () => void
  readonly catalogue: Catalogue | undefined
  /** The part of the text that is wrong. */
  readonly wrong: Place | undefined
  readonly ref: Ref<ReactCodeMirrorRef>
}

/** An editor that knows the tables and columns. Tab leaves it, as it leaves every other field. */
export function SqlEditor({ value, onChange, onRun, catalogue, wrong, ref }: Props) {
  const { t } = useTranslation('sql')
  const scheme = useComputedColorScheme()
  const run = useEffectEvent(onRun)
  const language = useMemo(() => {
    const names = (catalogue?.relations ?? []).map(
      ({ relation, columns }) => [relation.replace(/^public\./, ''), columns.map(({ name }) => name)] as const,
    )
    return sql({ dialect: PostgreSQL, schema: Object.fromEntries(names), upperCaseKeywords: false })
  }, [catalogue])
  const mark = useMemo(() => {
    if (!wrong) return []
    const range = Decoration.mark({ class: 'cm-wrong' }).range(wrong.from, Math.max(wrong.to, wrong.from + 1))
    return EditorView.decorations.of(({ state }) =>
      range.to <= state.doc.length ? Decoration.set([range]) : Decoration.none,
    )
  }, [wrong])
  const own = useMemo(
    () => [
      ...(styleNonce ? [EditorView.cspNonce.of(styleNonce)] : []),
      Prec.highest(
        keymap.of([
          {
            key: 'Mod-Enter',
            run: () => {
              run()
              return true
            },
          },
        ]),
      ),
      Prec.highest(editorTheme),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': t('editor'), 'aria-description': t('editorHelp') }),
    ],
    [t],
  )
  const extensions = useMemo(() => [own, language, mark], [own, language, mark])
  return (
    <CodeMirror
      ref={ref}
      value={value}
      onChange={onChange}
      extensions={extensions}
      theme={scheme}
      height="100%"
      autoFocus
      indentWithTab={false}
      placeholder={t('placeholder')}
      basicSetup={{ foldGutter: false, highlightActiveLine: false, searchKeymap: false }}
    />
  )
}
