import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'

/** Long enough to be read and reached by keyboard, and as long as the engine keeps several decisions back. Milliseconds. */
export const OFFERED = 12_000

/**
 * Says in a corner that something was done, and offers to take it back.
 * @returns what ends the offer
 */
export function toastUndo(message: string, label: string, undo: () => void): () => void {
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
  return () => notifications.hide(id)
}
