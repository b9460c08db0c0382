import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useFormat } from '#renderer/i18n/format.ts'
import classes from './choice-filter.module.css'

interface Choice {
  readonly value: string
  readonly label: string
  /** How many rows it would show. */
  readonly count?: number
}

interface Props {
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
  /** What the button says while nothing, or more than one thing, is chosen. */
  readonly label: string
  /** The entry that takes everything back. */
  readonly allLabel: string
}

/** A filter by some of several values; it stays open while they are chosen. */
export function ChoiceFilter({ choices, chosen, onChange, label, allLabel }: Props) {
  const format = useFormat()
  const only = chosen.length === 1 ? choices.find(({ value }) => value === chosen[0])?.label : undefined
  return (
    <Menu position="bottom-start" width={250}>
      <Menu.Target>
        <Button
          size="compact-sm"
          maw={170}
          variant={chosen.length > 0 ? 'light' : 'default'}
          rightSection={<IconChevronDown size={13} aria-hidden="true" />}
        >
          {only ?? label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''}>
        {choices.map(({ value, label: name, count }) => (
          <Menu.CheckboxItem
            key={value}
            checked={chosen.includes(value)}
            onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value))}
            rightSection={count !== undefined && <span className={classes.count}>{format.number(count)}</span>}
          >
            {name}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={chosen.length === 0} onClick={() => onChange([])}>
          {allLabel}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
