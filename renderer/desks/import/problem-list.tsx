import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { toastProblem } from '#renderer/components/toast.ts'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { useProblemText } from '#renderer/i18n/problem-text.ts'
import type { RowProblem } from '#shared/contract/import.ts'
import classes from './import.module.css'
import { saveProblems } from './save-problems.ts'

interface Props {
  readonly id: string
  readonly workspace: string
  readonly relation: string
  readonly problems: readonly RowProblem[]
  readonly total: number
}

/** What is wrong with rows that are left out: line, column, value and reason. */
export function ProblemList({ id, workspace, relation, problems, total }: Props) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const words = useCatalogueWords(workspace)
  const problemText = useProblemText()
  const column = (problem: RowProblem) =>
    problem.column === null ? t('wholeRow') : words.column(relation, problem.column)
  const reason = ({ column: name, problem }: RowProblem) =>
    // Named in the words of the table, which the sentence alone does not know.
    problemText(
      name === null ? problem : { ...problem, params: { ...problem.params, field: words.column(relation, name) } },
    )
  const header = [t('line'), t('column'), t('value'), t('reason')]
  const cells = (problem: RowProblem) => [String(problem.line), column(problem), problem.value ?? '', reason(problem)]
  const save = () =>
    saveProblems(id, t('problemsFile', { table: words.table(relation) }), header, cells).catch(toastProblem)
  return (
    <section className={classes.problems}>
      <div className={classes.problemsHead}>
        <p>
          {problems.length < total &&
            t('firstOf', { shown: format.number(problems.length), total: format.number(total) })}
        </p>
        <Button size="compact-sm" leftSection={<IconDownload size={14} stroke={1.6} />} onClick={() => void save()}>
          {t('download')}
        </Button>
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            {header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={`${problem.line} ${problem.column} ${problem.problem.reason}`}>
              <td className={classes.line}>{format.number(problem.line)}</td>
              <td>{column(problem)}</td>
              <td className={classes.value}>{problem.value}</td>
              <td>{reason(problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
