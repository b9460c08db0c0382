import {
  CellStyleModule,
  ColumnApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
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
    InfiniteRowModelModule,
    LocaleModule,
    RenderApiModule,
    RowApiModule,
    RowSelectionModule,
    RowStyleModule,
    ScrollApiModule,
  ])
}
