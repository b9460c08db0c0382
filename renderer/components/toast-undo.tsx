import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'

/** Long enough to be read and reached by keyboard. Milliseconds. */
const OFFERED = 12_000

/** Says in a corner that something was done, and offers to take it back. */
export function toastUndo(message: string, label: string, undo: () => void): void {
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <span>{message}</span>
        <Button
          size="compact-sm"
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          {label}
        </Button>
      </Group>
    ),
    autoClose: OFFERED,
    withBorder: true,
    role: 'status',
  })
}
