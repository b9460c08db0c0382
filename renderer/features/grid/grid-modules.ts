import {
  CellStyleModule,
  ColumnApiModule,
  CustomEditorModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowAutoHeightModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
} from 'ag-grid-community'

let done = false

/** AG Grid's parts that a `LazyGrid` needs, and no others: the rest is left out of the bundle. */
export function registerGridModules(): void {
  if (done) return
  done = true
  ModuleRegistry.registerModules([
    CellStyleModule,
    ColumnApiModule,
    CustomEditorModule,
    InfiniteRowModelModule,
    LocaleModule,
    RenderApiModule,
    RowApiModule,
    // Without it `ensureIndexVisible` lies in wait, and scrolls away when rows next change (AG Grid 36.2).
    RowAutoHeightModule,
    RowSelectionModule,
    RowStyleModule,
    ScrollApiModule,
  ])
}
