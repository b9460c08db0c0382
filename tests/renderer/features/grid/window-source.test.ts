import type { IGetRowsParams } from 'ag-grid-community'
import { expect, test, vi } from 'vitest'
import { ApiError } from '#renderer/bridge/api-error.ts'
import type { FetchWindow } from '#renderer/features/grid/grid-column.ts'
import { WindowSource } from '#renderer/features/grid/window-source.ts'

function asked(sortModel: IGetRowsParams['sortModel'] = []) {
  const successCallback = vi.fn()
  const failCallback = vi.fn()
  const params = { startRow: 200, endRow: 300, sortModel, filterModel: {}, successCallback, failCallback }
  return { params: params as unknown as IGetRowsParams, successCallback, failCallback }
}

const events = () => ({ onWindow: vi.fn(), onProblem: vi.fn() })

test('the engine is asked for just the window that was scrolled into, in the order of the headers', async () => {
  const fetch = vi.fn<FetchWindow<string>>(async () => ({ rows: ['a', 'b'], total: 100_000 }))
  const told = events()
  const { params, successCallback } = asked([{ colId: 'client', sort: 'desc' }] as IGetRowsParams['sortModel'])
  new WindowSource(fetch, told).getRows(params)
  await vi.waitFor(() => expect(told.onWindow).toHaveBeenCalledWith({ rows: ['a', 'b'], total: 100_000 }, 200))
  expect(fetch).toHaveBeenCalledWith({ offset: 200, limit: 100, sort: [{ column: 'client', direction: 'desc' }] })
  expect(successCallback).toHaveBeenCalledWith(['a', 'b'], 100_000)
})

test('a window that can’t be had is told with its problem', async () => {
  const told = events()
  const problem = { code: 'workspace_busy', message: 'Busy.' } as const
  const { params, failCallback } = asked()
  new WindowSource(() => Promise.reject(new ApiError(problem)), told).getRows(params)
  await vi.waitFor(() => expect(told.onProblem).toHaveBeenCalledWith(problem))
  expect(failCallback).toHaveBeenCalled()
})

test('an answer to a question that nobody asks any more is dropped', async () => {
  const told = events()
  let answer: (window: { rows: string[]; total: number }) => void = () => {}
  const { params, successCallback } = asked()
  const source = new WindowSource<string>(() => new Promise((resolve) => (answer = resolve)), told)
  source.getRows(params)
  source.destroy()
  answer({ rows: ['late'], total: 1 })
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(successCallback).not.toHaveBeenCalled()
  expect(told.onWindow).not.toHaveBeenCalled()
})
